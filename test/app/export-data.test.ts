import { beforeEach, expect, it } from 'vitest';
import { createExportData } from '#src/app/account/export-data.js';
import type { ExportedPart } from '#src/app/sign-in/method.js';
import { contract } from '../contract/parts.js';
import { createStage, type Stage } from './stage.js';
import type { Person } from './ways-in.js';

// Security case 51; LGPD art. 18 II, art. 19 II.
contract('what a person takes along', (parts) => {
  let stage: Stage;
  let person: Person;
  beforeEach(async () => {
    stage = createStage(parts());
    person = await stage.person();
  });

  const exportWith = (part: Partial<ExportedPart>, second: Partial<ExportedPart> = {}) => {
    const credentials = [part, second].map((one) => ({
      export: () => Promise.resolve({ account: {}, lists: {}, ...one }),
    }));
    return createExportData({ ...stage.basics, credentials })({ accountId: person.id });
  };

  it('has what each credential adds', async () => {
    const data = await exportWith({ account: { keys: 1 } }, { lists: { keys: [{ id: 'one' }] } });
    expect(data).toMatchObject({ account: { id: person.id, keys: 1 }, keys: [{ id: 'one' }] });
  });

  it.each<Partial<ExportedPart>>([
    { lists: { sessions: [] } },
    { lists: { account: [] } },
    { lists: { exportedAt: [] } },
    { account: { taxId: 'another' } },
  ])('loses nothing to a credential that takes its name: %j', async (part) => {
    await expect(exportWith(part)).rejects.toThrow('a member is exported twice');
  });

  it('loses nothing of two credentials that take the same name', async () => {
    const [one, two] = [{ lists: { keys: [{ id: 'one' }] } }, { lists: { keys: [] } }];
    await expect(exportWith(one, two)).rejects.toThrow('a member is exported twice');
  });
});
