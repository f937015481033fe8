import { listenForStop } from './stop-order.js';

// Before anything else is loaded, which takes a tenth of a second and more.
const stop = listenForStop();
const { runProduct } = await import('./run-product.js');
runProduct(process.env, stop);
