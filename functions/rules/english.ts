import en from 'zod/v4/locales/en.js';
import * as z from 'zod/mini';

// Unlike `zod`, `zod/mini` has no language of its own: until it is given one, every fault that a schema has no words for is "Invalid
// input".
z.config(en());
