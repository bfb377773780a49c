export { sightOf } from './sight.rules.ts';
