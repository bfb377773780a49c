import type { Council } from '../../functions/council/council.schema.ts';
import { kent } from '../../seeds/kent/council.ts';

/** The council with one post handed over on a day, by Before to After, each with a mailbox of their own. */
export const handedOver = (id: string, on: string, council: Council = kent): Council => ({
  ...council,
  posts: council.posts.map((post) =>
    post.id === id
      ? {
          ...post,
          holders: [
            {
              from: '2012-01-01',
              to: new Date(Date.parse(on) - 86_400_000).toISOString().slice(0, 10),
              name: 'Before',
              email: 'before@kent.example',
            },
            { from: on, name: 'After', email: 'after@kent.example' },
          ],
        }
      : post,
  ),
});

/** The council with one post held by Before until a day, and by nobody after it. */
export const heldUntil = (id: string, to: string): Council => ({
  ...kent,
  posts: kent.posts.map((post) =>
    post.id === id ? { ...post, holders: [{ from: '2012-01-01', to, name: 'Before', email: 'before@kent.example' }] } : post,
  ),
});
