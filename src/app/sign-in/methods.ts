import type {
  CredentialName,
  SignInMethodName,
  TypedProofName,
} from '#src/domain/sign-in-method.js';
import { approvalMethod } from './approval/method.js';
import { codeMethod } from './code/method.js';
import { googleMethod } from './google/method.js';
import { linkMethod } from './link/method.js';
import type { CodeAskedBy, Credential, SignInMethod } from './method.js';
import { passwordMethod } from './password/method.js';

/** THE list of the ways in: one line each (docs/add-a-way-in.md). What holds for all of them is a loop over it. */
const METHODS = {
  code: codeMethod,
  login_link: linkMethod,
  request: approvalMethod,
  password: passwordMethod,
  google: googleMethod,
} as const satisfies {
  readonly [Name in SignInMethodName]: SignInMethod & {
    readonly name: Name;
    readonly stepUp: Name extends TypedProofName ? 'typed' : 'redirect' | null;
  };
};

export const SIGN_IN_METHODS: readonly SignInMethod[] = Object.values(METHODS);

type CodePurpose = {
  [Name in SignInMethodName]: keyof (typeof METHODS)[Name]['purposes']['codes'];
}[SignInMethodName];

/** What codes are asked for, and who may ask. */
export const CODE_PURPOSES = Object.fromEntries(
  SIGN_IN_METHODS.flatMap(({ purposes }) => Object.entries(purposes.codes)),
) as Readonly<Record<CodePurpose, CodeAskedBy>>;

/** What opens an account, each once, in the order in which it is shown. */
export const CREDENTIALS: readonly Credential[] = [
  ...new Set(SIGN_IN_METHODS.map(({ credential }) => credential)),
];

/** The ways in that also serve as step-up: each needs a part of the page that asks for the proof. */
export type StepUpMethodName = {
  [Name in SignInMethodName]: (typeof METHODS)[Name]['stepUp'] extends null ? never : Name;
}[SignInMethodName];

/** The ways by which a person with these credentials can prove once more who they are. */
export function stepUpMethods(has: readonly CredentialName[]): readonly StepUpMethodName[] {
  return SIGN_IN_METHODS.filter(
    ({ stepUp, credential }) => stepUp !== null && has.includes(credential.name),
  ).map(({ name }) => name as StepUpMethodName);
}
