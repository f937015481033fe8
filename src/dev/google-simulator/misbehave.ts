import type { RequestHandler } from 'express';
import type { Faults } from './faults.js';

/** Before anything is answered: the network between the product and Google, when it is bad. */
export function misbehave(faults: () => Faults): RequestHandler {
  return (req, res, next) => {
    const { down, slowMs } = faults();
    if (down === 'everything' || (down === 'keys' && req.path === '/jwks')) {
      req.socket.destroy();
      return;
    }
    if (slowMs === 0) {
      next();
      return;
    }
    const timer = setTimeout(next, slowMs);
    res.once('close', () => clearTimeout(timer));
  };
}

/** Changes `iss` in the answer that goes back through the browser (RFC 9207). */
export function spoilAnswers(faults: () => Faults): RequestHandler {
  return (_req, res, next) => {
    const setHeader = res.setHeader.bind(res);
    res.setHeader = (name, value) => {
      const { answerIssuer } = faults();
      const isAnswer = name.toLowerCase() === 'location' && String(value).includes('iss=');
      if (answerIssuer === null || !isAnswer) return setHeader(name, value);
      const location = new URL(String(value));
      if (answerIssuer === 'missing') location.searchParams.delete('iss');
      else location.searchParams.set('iss', 'https://accounts.evil.example');
      return setHeader(name, location.href);
    };
    next();
  };
}
