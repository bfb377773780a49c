import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { now } from '../platform/clock.ts';
import { readEnv } from '../platform/env.ts';
import { orFault } from '../platform/or-fault.ts';
import { documentClient } from '../platform/table.ts';
import { problem, publicRequestOf, sent, sentFile } from '../register/public-answer.ts';
import { dynamoPublicStore } from '../register/public-store.ts';
import { londonDate } from '../rules/local-date.ts';
import { recordPdf } from './record-pdf.ts';

const { TABLE_NAME, PUBLIC_URL } = readEnv('TABLE_NAME', 'PUBLIC_URL');
const store = dynamoPublicStore({ client: documentClient(), tableName: TABLE_NAME });

const answer = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
  const request = publicRequestOf(event);
  const [, number] = /^\/decisions\/(\d\d\/\d{5})\/record\.pdf$/.exec(request.rawPath) ?? [];
  const publication = number ? await store.publicationOf(number) : null;
  if (publication === null) return sent(request, problem(PUBLIC_URL, 404, 'not-found', 'Not found', 'There is no public page at this address.'));
  return sentFile(request, { contentType: 'application/pdf', file: await recordPdf(publication, londonDate(now())), name: `${publication.number.replace('/', '-')}.pdf` });
};

/** Answers with a notice or record as a PDF; 404 where nothing is public. */
export const handler = (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => orFault(event, PUBLIC_URL, 'A PDF was not written', () => answer(event));
