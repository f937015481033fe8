import type { Response } from 'express';
import type { VNode } from 'preact';
import { renderPage } from '../ui/layout.js';

export function sendPage(
  res: Response,
  { page, status = 200 }: { readonly page: VNode; readonly status?: number },
): void {
  res.status(status).type('html').send(renderPage(page));
}
