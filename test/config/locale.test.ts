import { describe, expect, it } from 'vitest';
import { readConfig } from '#src/config/config.js';
import { LOCALES } from '#src/domain/locale.js';

describe('LOCALE', () => {
  it('is Portuguese unless another language is named', () => {
    expect(readConfig({}).locale).toBe('pt-BR');
  });

  it.each(LOCALES)('takes %s, a language of bot and pages', (locale) => {
    expect(readConfig({ LOCALE: locale }).locale).toBe(locale);
  });
});
