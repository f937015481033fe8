import { LOGO_PATH, type Brand } from './brand.js';

/** The logo, or a letter where there is none. The name stands beside it, so it says nothing to screen readers. */
export function BrandMark({ name, logo }: Pick<Brand, 'name' | 'logo'>) {
  if (logo !== null) return <img class="logo" src={LOGO_PATH} alt="" height="36" />;
  const [letter = ''] = Array.from(name);
  return (
    <span class="monogram" aria-hidden="true">
      {letter.toUpperCase()}
    </span>
  );
}
