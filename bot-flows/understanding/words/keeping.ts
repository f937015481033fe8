/** How people answer whether an account that is marked for deletion is kept (answers/keeping.ts), beside AGREEMENT. */
export const KEEPING = {
  keeps: `mantendo mantenham ficando keep keeping stay`,
  wants: `quero queria want`,
  account: `conta cadastro dados perfil account registro`,
  /** What is cancelled. */
  deletion: `exclusao exclusoes deletion apagamento`,
  /** At the beginning they are an answer of their own: "sim cancela". */
  firmYes: `sim simm s yes yep sure claro positivo isso exato certo confirmo ok okay beleza aceito certeza afirmativo`,
  yes: `pode podem quero bora vamos`,
  no: `nao no nope nunca jamais nem negativo dont don not`,
  around: `eh com ela ele isto nada mais volta pelo amor ainda would like can t sir am arrependi vou estou 2`,
} as const;
