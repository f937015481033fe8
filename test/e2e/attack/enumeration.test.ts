import { playCases } from './support/play-cases.js';

playCases('enumeration');
