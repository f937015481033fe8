import { describe, expect, it } from 'vitest';
import { createAccessCopy } from '#bot-flows/copy/access-copy.js';
import { COPY, type Copy } from '#bot-flows/copy/catalogue.js';
import { createDialogue } from '#bot-flows/dialogue.js';
import { SAO_PAULO } from '../support/time-zone.js';

/** 14:32 in São Paulo. */
const AT = new Date('2026-11-23T17:32:00Z');
/** 23:30 of the 30th in São Paulo. */
const AT_NIGHT = new Date('2026-12-01T02:30:00Z');
const DEVICE = { browser: 'Chrome', system: 'Windows' };

function calledIn(
  timeZone: string,
  { copy, ...opens }: { copy: Copy; at: Date; timeZone: string },
): string {
  const dialogue = createDialogue({ copy, timeZone, privacyUrl: 'https://exemplo.com.br/p' });
  const asked = dialogue.step(null, {
    ...{ type: 'message', text: copy === COPY.en ? 'human' : 'atendente' },
    ...{ forwarded: false, late: false, silenceMs: null },
  });
  expect(asked.effects).toEqual([{ type: 'callHuman' }]);
  const until = new Date('2026-11-23T18:32:00Z');
  const { effects } = dialogue.step(asked.snapshot, {
    ...{ type: 'humanCalled', open: false, until, opens },
  });
  return effects.map((effect) => (effect.type === 'say' ? effect.text : effect.type)).join('\n');
}

describe('case D7: times of the chat', () => {
  it.each([
    [SAO_PAULO, '14:32', '30/11 23:30', '30/11/2026'],
    ['America/Manaus', '13:32', '30/11 22:30', '30/11/2026'],
    ['America/Rio_Branco', '12:32', '30/11 21:30', '30/11/2026'],
    ['America/Noronha', '15:32', '01/12 00:30', '01/12/2026'],
  ])('case D7: are told in %s', (timeZone, clock, night, day) => {
    const words = createAccessCopy({ copy: COPY['pt-BR'], timeZone });
    expect(words.signedIn({ ...DEVICE, at: AT })).toContain(`às ${clock} no Chrome`);
    expect(words.passwordChanged({ at: AT })).toContain(`às ${clock}.`);
    expect(words.nameChanged({ at: AT })).toContain(`às ${clock}.`);
    expect(words.pausing({ until: AT })).toContain(`até ${clock}.`);
    expect(words.numberWaitAsked({ opensAt: AT_NIGHT })).toContain(`em ${night}.`);
    expect(words.deletionScheduled({ dueAt: AT_NIGHT })).toContain(`em ${day},`);
  });

  it('case D7: in one zone leave those of another as they are', () => {
    const said = ['America/Manaus', 'America/Noronha', 'America/Manaus']
      .map((timeZone) => createAccessCopy({ copy: COPY.en, timeZone }))
      .map((words) => words.googleLinked({ at: AT }));
    expect(said.map((text) => /since (.{5})\./.exec(text)?.[1])).toEqual([
      '13:32',
      '15:32',
      '13:32',
    ]);
  });
});

describe('case D7: when the team comes back', () => {
  it.each([
    // The team is where times are told: nothing to say about zones.
    [SAO_PAULO, SAO_PAULO, '24/11 08:00', '23/11 15:32'],
    ['America/Manaus', 'America/Manaus', '24/11 07:00', '23/11 14:32'],
    // Another name for the same wall time.
    [SAO_PAULO, 'America/Bahia', '24/11 08:00', '23/11 15:32'],
    // Elsewhere.
    [
      ...[SAO_PAULO, 'America/Manaus'],
      ...['24/11 07:00 (horário do Amazonas)', '23/11 15:32 (horário de Brasília)'],
    ],
    [
      ...[SAO_PAULO, 'America/Rio_Branco'],
      ...['24/11 06:00 (horário do Acre)', '23/11 15:32 (horário de Brasília)'],
    ],
    [
      ...['America/Manaus', 'America/Noronha'],
      ...['24/11 09:00 (horário de Fernando de Noronha)', '23/11 14:32 (horário do Amazonas)'],
    ],
  ])('case D7: told in %s of a team in %s', (timeZone = '', team = '', back = '', until = '') => {
    const at = new Date('2026-11-24T11:00:00Z');
    expect(calledIn(timeZone, { copy: COPY['pt-BR'], at, timeZone: team })).toBe(
      `Deixei seu pedido anotado. A equipe volta em ${back}, e a resposta vem por aqui. Até ${until} fico em silêncio; MENU me chama antes. Nunca passe senha nem código, nem para a equipe.`,
    );
  });

  it('case D7: in English as well', () => {
    const at = new Date('2026-11-24T11:00:00Z');
    expect(calledIn(SAO_PAULO, { copy: COPY.en, at, timeZone: 'America/Manaus' })).toContain(
      'The team is back on 24/11 07:00 (Amazon Time), and the answer comes here. Until 23/11 15:32 (Brasilia Time) I am silent; MENU has me back.',
    );
  });
});
