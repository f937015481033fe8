import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '#src/config/config.js';

describe('case D7: TIME_ZONE', () => {
  it('case D7: is São Paulo’s unless another one is named', () => {
    expect(readConfig({}).timeZone).toBe('America/Sao_Paulo');
    expect(readConfig({ TIME_ZONE: '' }).timeZone).toBe('America/Sao_Paulo');
  });

  it.each(['America/Manaus', 'America/Rio_Branco', 'America/Noronha', 'Europe/Lisbon', 'UTC'])(
    'case D7: takes %s',
    (name) => {
      expect(readConfig({ TIME_ZONE: name }).timeZone).toBe(name);
    },
  );

  it.each(['BRT', 'Manaus', '-03:00', '+03', 'America/Sao Paulo', 'GMT-3', 'America/São_Paulo'])(
    'case D7: refuses %s at the start and says what it takes',
    (name) => {
      expect(() => readConfig({ LOCALE: 'en', TIME_ZONE: name })).toThrow(
        new ConfigError(
          [
            'TIME_ZONE: must be the name of a time zone (IANA), such as America/Sao_Paulo or America/Manaus',
          ],
          'en',
        ),
      );
    },
  );
});
