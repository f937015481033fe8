import { isIP } from 'node:net';
import type { RequestHandler } from 'express';
import { Problem } from './problem.js';

/** Whether a host, without port, is this machine's own: localhost, 127.0.0.0/8 or ::1. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  if (bare === 'localhost' || bare === '::1') return true;
  return isIP(bare) === 4 && bare.startsWith('127.');
}

/** Whether a Host header names this machine; a rebound DNS name does not. */
export function isLoopbackHeader(host: string | undefined): boolean {
  return host !== undefined && isLoopback(host.replace(/:\d+$/, ''));
}

/**
 * Anyone who can reach the control API can play anyone, so web pages must not: requests that come under
 * another host name (DNS rebinding) or from another origin (CSRF) are refused.
 */
export const guardRequests: RequestHandler = (request, _response, next) => {
  const { host, origin } = request.headers;
  if (!isLoopbackHeader(host)) {
    throw new Problem(403, 'foreign-host', 'Only requests to a loopback host are answered');
  }
  if (origin !== undefined && origin !== `http://${host}`) {
    throw new Problem(403, 'foreign-origin', 'Only pages of the simulator itself may call it');
  }
  const site = request.headers['sec-fetch-site'];
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (!isRead && site !== undefined && site !== 'same-origin' && site !== 'none') {
    throw new Problem(403, 'foreign-origin', 'Only pages of the simulator itself may call it');
  }
  next();
};

const CONTENT_SECURITY_POLICY: readonly string[] = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
];

/** @param framedBy the only origin whose pages may show the phones in a frame; null: none may */
export function createHeaders(framedBy: string | null): RequestHandler {
  const policy = [...CONTENT_SECURITY_POLICY, `frame-ancestors ${framedBy ?? "'none'"}`].join('; ');
  return (_request, response, next) => {
    response.set({
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': 'no-store',
    });
    next();
  };
}
