import { playCases } from './support/play-cases.js';

playCases('magic-link');
