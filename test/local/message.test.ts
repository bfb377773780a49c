import { describe, expect, it } from 'vitest';
import { linksIn, messageTags, readHeaders } from '../../bin/local/message.ts';

describe('a message as sent', () => {
  it('shows its headers whole, folded ones joined and encoded words read', () => {
    const raw =
      'Subject: =?UTF-8?Q?Notice_=E2=80=93?=\r\n =?UTF-8?Q?_23/00022?=\r\nX-Clear-Days-Kind: notice-published\r\nReferences: <a>\r\n\t<b>\r\n\r\nX-Not: a header';
    expect(readHeaders(raw)).toEqual({ subject: 'Notice – 23/00022', 'x-clear-days-kind': 'notice-published', references: '<a> <b>' });
  });

  it('gives each of its links once, without the full stop behind it', () => {
    const html = '<a href="http://127.0.0.1:3000/respond/a.b?x=1&amp;y=2">Answer</a>';
    expect(linksIn('Answer at http://127.0.0.1:3000/respond/a.b.', html)).toEqual([
      'http://127.0.0.1:3000/respond/a.b',
      'http://127.0.0.1:3000/respond/a.b?x=1&y=2',
    ]);
  });

  it('gives its tags, whether from the header or from the request', () => {
    const form = new URLSearchParams({ 'Tags.member.1.Name': 'step', 'Tags.member.1.Value': 's1', ConfigurationSetName: 'set' });
    expect(messageTags({ 'x-ses-message-tags': 'proposal=p1' }, form)).toEqual({
      proposal: 'p1',
      step: 's1',
      'ses:configuration-set': 'set',
    });
  });
});
