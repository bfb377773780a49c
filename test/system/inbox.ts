import { linkIn, type Mail, type System } from './system.ts';

/** The mailbox, read a step at a time: what each step sent, and to whom. */
export class Inbox {
  private readonly system: System;
  private seen = 0;

  constructor(system: System) {
    this.system = system;
  }

  /** What was sent since this was last asked. The system answers once everything stored has been announced. */
  async fresh(): Promise<Mail[]> {
    const all = await this.system.mail();
    const fresh = all.slice(this.seen);
    this.seen = all.length;
    return fresh;
  }
}

const mailbox = ({ to }: Mail): string => to.split('@')[0] ?? to;

/** Each mail as its mailbox and its kind, with a star where it carries a link that answers; in alphabetical order. */
export const told = (mails: Mail[]): string[] => mails.map((mail) => `${mailbox(mail)} ${mail.kind}${linkIn(mail) ? ' *' : ''}`).sort();

const asks = (mail: Mail): boolean => linkIn(mail) !== undefined;

const byWhen = /(By when: |Your answer was asked for by )\w+day \d{1,2} \w+ \d{4}\b/;

/** What a reader of the plain text alone would miss in a mail about this decision: nothing, when it is as it should be. */
export const missingFrom = (mail: Mail, number: string): string[] => {
  const wanted: [string, boolean][] = [
    ['a subject that begins with the number', mail.subject.startsWith(`${number}: `)],
    ['the number in the text', mail.text.includes(number)],
    ['what happens next', /What happens next:\n\S/.test(mail.text) && mail.html.includes('What happens next')],
    ['what is asked, or that nothing is', asks(mail) || /Please |Nothing is asked of you\./.test(mail.text.replaceAll(/\s+/g, ' '))],
    ['by when, or by when it was to be', !asks(mail) || byWhen.test(mail.text.replaceAll(/\s+/g, ' '))],
    ['its link, alone on a line of the text', !asks(mail) || mail.text.split('\n').some((line) => line.endsWith(linkIn(mail) ?? '-'))],
    ['text without markup', !/<\/?[a-z]+[^>]*>|undefined|null|\[object/.test(mail.text)],
    ['lines that fit', mail.text.split('\n').every((line) => line.length <= 78 || line.startsWith('http'))],
    ['a page that runs nothing', !/<script|<form|<img|\son\w+=/i.test(mail.html)],
  ];
  return wanted.filter(([, holds]) => !holds).map(([what]) => `${mail.kind} to ${mail.to}: ${what}`);
};
