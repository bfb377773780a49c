type Page = { status: number; url: string; text: string };

/** A browser without a screen: keeps cookies, follows redirects, and signs in as somebody of this machine. */
export class Visitor {
  private readonly cookies = new Map<string, string>();

  async visit(url: string, form?: URLSearchParams): Promise<Page> {
    const { host } = new URL(url);
    const cookie = [...this.cookies]
      .filter(([key]) => key.startsWith(`${host} `))
      .map(([key, value]) => `${key.split(' ')[1]}=${value}`)
      .join('; ');
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { accept: 'text/html', ...(cookie ? { cookie } : {}) },
      ...(form ? { method: 'POST', body: form } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(`${host} ${name}`, value);
    }
    const to = response.headers.get('location');
    const text = await response.text();
    return to ? this.visit(new URL(to, url).href) : { status: response.status, url, text };
  }

  /** Opens a page of the desk, choosing who to be where the sign-in asks. */
  async as(person: string, url: string): Promise<Page> {
    const asked = await this.visit(url);
    const hidden = [...asked.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(([, name = '', value = '']) => [
      name,
      value.replaceAll('&amp;', '&'),
    ]);
    return hidden.length === 0
      ? asked
      : this.visit(new URL('/authorize', asked.url).href, new URLSearchParams([...hidden, ['person', person]] as [string, string][]));
  }
}

/** What stands in a field of a form. */
export const typedIn = (text: string, name: string): string | undefined => {
  const plain = (found: string | undefined) =>
    found?.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  const quoted = name.replaceAll('.', '\\.');
  const field = new RegExp(`<input[^>]*name="${quoted}"[^>]*>`).exec(text)?.[0];
  return plain(
    field ? /value="([^"]*)"/.exec(field)?.[1] : new RegExp(`<textarea[^>]*name="${quoted}"[^>]*>([^<]*)</textarea>`).exec(text)?.[1],
  );
};
