import { describe, expect, it } from 'vitest';
import { tellHours } from '#src/app/chat/effects/tell-hours.js';
import type { ChatEffectsDeps, TurnContext } from '#src/app/chat/turn-context.js';
import { parseOpeningHours } from '#src/domain/opening-hours.js';

async function toldOf(setting: string | null) {
  const hours = setting === null ? null : parseOpeningHours(setting);
  if (hours?.ok === false) throw new Error(`no opening hours: ${setting}`);
  const deps = { openingHours: hours?.value ?? null } as ChatEffectsDeps;
  return (await tellHours(deps, {} as TurnContext)).outcome;
}

describe('the opening hours that are told', () => {
  it.each([
    ['mon-fri 09:00-18:00', ['0-4 09:00-18:00']],
    ['mon-fri 09:00-18:00, sat 09:00-13:00', ['0-4 09:00-18:00', '5-5 09:00-13:00']],
    ['sun 10:00-12:00, mon 08:05-23:59', ['0-0 08:05-23:59', '6-6 10:00-12:00']],
    ['mon-fri 09:00-12:00, mon-fri 13:00-18:00', ['0-4 09:00-12:00', '0-4 13:00-18:00']],
    ['mon 09:00-18:00, wed-thu 09:00-18:00', ['0-0 09:00-18:00', '2-3 09:00-18:00']],
    ['fri-mon 09:00-18:00', ['0-0 09:00-18:00', '4-6 09:00-18:00']],
    ['mon-sun 00:00-23:59', ['0-6 00:00-23:59']],
    ['mon 09:00-18:00, mon 09:00-18:00', ['0-0 09:00-18:00']],
  ])('%s are %j', async (setting, days) => {
    const told = await toldOf(`${setting} America/Manaus`);
    if (told.outcome !== 'configured') throw new Error('hours were configured');
    expect(told.timeZone).toBe('America/Manaus');
    expect(
      told.days.map(({ firstDay, lastDay, from, to }) => `${firstDay}-${lastDay} ${from}-${to}`),
    ).toEqual(days);
  });

  it('are none where none are configured', async () => {
    expect(await toldOf(null)).toEqual({ type: 'hoursTold', outcome: 'not_configured' });
  });
});
