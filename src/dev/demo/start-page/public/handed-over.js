/* The text of a chat link is on the phone of the start page by now: a tab of its own closes, and a frame, of a browser that
   does not say that it is one, goes back to the page that had the link. */
if (window.parent !== window) history.back();
else window.close();
