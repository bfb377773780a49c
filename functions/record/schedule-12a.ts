export { paragraphInWords } from './schedule-12a.rules.ts';
