import { createHash } from 'node:crypto';
import type { LocalDate } from '../../rules/local-date.ts';
import { printer } from './printer.ts';
import type { Publication } from '../publication/publication.schema.ts';

/**
 * The strong tag (RFC 9110, 8.8.3) of a publication printed on a day, Europe/London, known before it is printed: one printer makes the
 * same bytes of the same words on the same day. Node is part of the printer, since it words dates and sums.
 */
export const pdfTag = (publication: Publication, today: LocalDate): string =>
  `"${createHash('sha256')
    .update(JSON.stringify([printer, process.version, today, publication]))
    .digest('base64url')}"`;
