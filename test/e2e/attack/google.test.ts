import { playCases } from './support/play-cases.js';

playCases('google');
