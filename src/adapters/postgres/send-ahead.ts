import pg, { type Connection, type PoolClient, type QueryConfig, type QueryResult } from 'pg';

/** The name under which a connection knows BEGIN; names of the store's statements are longer (statement-names.ts). */
const BEGIN = { name: 'begin', text: 'BEGIN' };

const prepared = new WeakSet<PoolClient>();

/** What `pg` calls on a query that it sends; its types name only `submit`. */
interface SentQuery {
  submit(connection: Connection): Error | null;
  handleCommandComplete(message: { readonly text: string }, connection: Connection): void;
}

/** Whether `beginWith` serves this connection: it takes statements before it has answered the ones before (`pipeline`). */
export function canBeginWith(client: PoolClient): boolean {
  return client.pipeline && prepared.has(client);
}

/** BEGIN by itself. @returns once it has begun; from then on `beginWith` serves a connection that sends ahead */
export async function begin(client: PoolClient): Promise<void> {
  if (!client.pipeline) {
    await client.query(BEGIN.text);
    return;
  }
  await client.query(BEGIN);
  prepared.add(client);
}

/**
 * Sends BEGIN and the first statement of a transaction together: one round trip instead of two. They are one message of
 * the protocol with one Sync, so that the statement is not run where BEGIN fails (PostgreSQL, "Extended Query").
 */
export function beginWith(client: PoolClient, statement: QueryConfig): Promise<QueryResult> {
  return new Promise((resolve, reject) => {
    const query = new pg.Query(statement, (error, result) => {
      if (error instanceof Error) reject(error);
      else resolve(result);
    }) as unknown as SentQuery;
    const send = query.submit.bind(query);
    const complete = query.handleCommandComplete.bind(query);
    client.query(
      Object.assign(query, {
        queryMode: 'extended',
        submit: (connection: Connection) => {
          connection.stream.cork();
          connection.bind({ statement: BEGIN.name, portal: '', values: [] }, true);
          connection.execute({ portal: '' }, true);
          const refused = send(connection);
          connection.stream.uncork();
          return refused;
        },
        handleCommandComplete: (message: { readonly text: string }, connection: Connection) => {
          if (message.text !== BEGIN.text) complete(message, connection);
        },
      }),
    );
  });
}

/** Closes a connection whose answers do not come: the driver's own end waits for what was sent ahead. */
export function hangUp(client: PoolClient): void {
  if (client.pipeline) streamOf(client).destroy();
}

const corked = new WeakSet<PoolClient>();

/** What is sent until the event loop turns leaves in one piece: a write costs as much as a short statement. */
export function leaveTogether(client: PoolClient): void {
  if (!client.pipeline || corked.has(client)) return;
  const stream = streamOf(client);
  corked.add(client);
  stream.cork();
  process.nextTick(() => {
    corked.delete(client);
    stream.uncork();
  });
}

function streamOf(client: PoolClient): Connection['stream'] {
  return (client as unknown as { readonly connection: Connection }).connection.stream;
}
