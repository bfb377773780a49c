import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { now } from '../../platform/clock.ts';
import { readEnv } from '../../platform/env.ts';
import { orFault } from '../../platform/http/or-fault.ts';
import { documentClient } from '../../platform/table/table.ts';
import { problem, publicRequestOf, sent, sentFile } from '../../register/public-answer.ts';
import { dynamoPublicStore } from '../../register/public-store.ts';
import { type LocalDate, londonDate } from '../../rules/local-date.ts';
import { pdfTag } from './pdf-tag.ts';
import type { Publication } from '../publication/publication.schema.ts';

const { TABLE_NAME, PUBLIC_URL } = readEnv('TABLE_NAME', 'PUBLIC_URL');
const store = dynamoPublicStore({ client: documentClient(), tableName: TABLE_NAME });

// The writer and its fonts are two thirds of this function, and nobody who holds the file already waits for them.
const print = async (publication: Publication, today: LocalDate): Promise<Buffer> =>
  (await import('./record-pdf.ts')).recordPdf(publication, today);

const answer = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
  const request = publicRequestOf(event);
  const [, number] = /^\/decisions\/(\d\d\/\d{5})\/record\.pdf$/.exec(request.rawPath) ?? [];
  const publication = number ? await store.publicationOf(number) : null;
  if (publication === null)
    return sent(request, problem(PUBLIC_URL, 404, 'not-found', 'Not found', 'There is no public page at this address.'));
  const today = londonDate(now());
  const name = `${publication.number.replace('/', '-')}.pdf`;
  return sentFile(request, {
    contentType: 'application/pdf',
    name,
    etag: pdfTag(publication, today),
    make: () => print(publication, today),
  });
};

/** Answers with a notice or record as a PDF; 304 to whoever holds it, without printing it; 404 where nothing is public. */
export const handler = (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> =>
  orFault(event, PUBLIC_URL, 'A PDF was not written', () => answer(event));
