import { dropNote } from './tax-id-note.js';

dropNote();
