/**
 * The page that shows the API's description. What it loads comes from this server; there is no script in it.
 *
 * Its colours are variables of docs.css; the attributes are what the viewer derives the others from.
 */
export const docsPage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Scenewright API</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/api/docs/docs.css" />
    <script type="module" src="/api/docs/viewer.js"></script>
  </head>
  <body>
    <openapi-explorer
      spec-url="/api/openapi.json"
      server-url="/"
      hide-server-selection
      use-path-in-nav-bar
      default-schema-tab="model"
      schema-expand-level="2"
      fetch-credentials="same-origin"
    >
      <noscript>This page needs scripts; the description itself is at <a href="/api/openapi.json">/api/openapi.json</a>.</noscript>
    </openapi-explorer>
  </body>
</html>
`;
