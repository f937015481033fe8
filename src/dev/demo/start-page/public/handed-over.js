/* The text of a chat link is on the phone of the start page by now: in a frame back to the page that had the link, in a
   tab of its own away. */
if (window.parent !== window) history.back();
else window.close();
