/** The zone that the product tells times in unless it is told another. */
export const SAO_PAULO = 'America/Sao_Paulo';
