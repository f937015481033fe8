import type { CommandFlow, FlowStates } from './chart/command.js';
import { enter } from './flows/access.js';
import { block, notMe, unblock } from './flows/block.js';
import { claim } from './flows/claim.js';
import { data, deletion, keepAccount } from './flows/data.js';
import { google, unlinkGoogle } from './flows/google.js';
import { hours } from './flows/hours.js';
import { human } from './flows/human.js';
import { menu } from './flows/menu.js';
import { confirmNumberChange, numberChange } from './flows/number-change.js';
import { password } from './flows/password.js';
import { endAll, sessions } from './flows/sessions.js';
import * as questions from './flows/questions.js';
import { cancel, greet, help, no, yes } from './flows/talk.js';
import { COMMAND_NAMES, type Command } from './reading/commands/command-words.js';

type Commands = { readonly [Name in Command]: CommandFlow<Name> };

/** Every command of the chat. One that has phrases (`copy`) and no line here does not compile. */
const COMMANDS: Commands = {
  menu,
  enter,
  help,
  cancel,
  greet,
  thanks: questions.thanks,
  yes,
  no,
  sessions,
  endAll,
  block,
  notMe,
  unblock,
  data,
  deletion,
  keepAccount,
  numberChange,
  confirmNumberChange,
  claim,
  google,
  unlinkGoogle,
  password,
  human,
  hours,
  linkProblem: questions.linkProblem,
  codeProblem: questions.codeProblem,
  codeQuestion: questions.codeQuestion,
  linkQuestion: questions.linkQuestion,
  callMe: questions.callMe,
  lostPhone: questions.lostPhone,
  noTaxId: questions.noTaxId,
  whyTaxId: questions.whyTaxId,
  business: questions.business,
  scam: questions.scam,
  whoAreYou: questions.whoAreYou,
  otherPerson: questions.otherPerson,
  goodbye: questions.goodbye,
  language: questions.language,
  wasMe: questions.wasMe,
  acknowledge: questions.acknowledge,
};

/** What each command does, whatever is being asked. */
export const SAID = Object.fromEntries(
  COMMAND_NAMES.map((name) => [name, COMMANDS[name].said]),
) as { readonly [Name in Command]: Commands[Name]['said'] };

/** Where commands go on, once the account behind the number is known. */
export const KNOWN = COMMAND_NAMES.flatMap((name) => COMMANDS[name].known ?? []);

/** The states of the commands that bring some. */
export const COMMAND_STATES: Readonly<Record<string, FlowStates>> = Object.fromEntries(
  COMMAND_NAMES.flatMap((name) => {
    const { states } = COMMANDS[name];
    return states === undefined ? [] : [[name, states] as const];
  }),
);
