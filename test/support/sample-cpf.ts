/** Check digits by the weights of the Receita Federal: 10..2, then 11..2. */
function checkDigit(digits: readonly number[]): number {
  const sum = digits.reduce((total, digit, at) => total + digit * (digits.length + 1 - at), 0);
  const rest = sum % 11;
  return rest < 2 ? 0 : 11 - rest;
}

/** The CPF whose first nine digits are this number; another one for each number. */
export function sampleCpf(number: number): string {
  const base = Array.from(String(number).padStart(9, '0'), Number);
  const first = checkDigit(base);
  return [...base, first, checkDigit([...base, first])].join('');
}
