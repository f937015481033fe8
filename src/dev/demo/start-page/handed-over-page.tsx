import type { DemoWords } from '../words/demo-words.js';

/** Seen only where a browser does not let a page close itself. */
export function HandedOverPage({ words }: { readonly words: DemoWords }) {
  const { title, text } = words.handedOver;
  return (
    <html lang={words.lang}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <link rel="stylesheet" href="/start.css" />
        <script type="module" src="/handed-over.js" />
      </head>
      <body class="handed-over">
        <h1>{title}</h1>
        <p>{text}</p>
      </body>
    </html>
  );
}
