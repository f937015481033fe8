/** The one bot number of an installation. */
export const BOT = 'main';
