import { playCases } from './support/play-cases.js';

playCases('password-and-sessions');
