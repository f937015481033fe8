import type { WebDeps } from '../deps.js';
import type { FormFaults } from '../http/form-faults.js';

/** What the admin's pages are made with. */
export type AdminDeps = WebDeps & { readonly faults: FormFaults };
