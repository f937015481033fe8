import { taxIdField } from './tax-id-field.js';

taxIdField();
