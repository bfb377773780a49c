/**
 * The one script there is: it shows the buttons of a page of fields, which without it stay away, and has each copy the text beside it.
 * A line above the fields says that it did, and a screen reader is told of it.
 */
export const copyScript = `for (const button of document.querySelectorAll('button[data-copies]')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const said = document.getElementById('copied');
    const name = button.getAttribute('aria-label').replace(/^Copy /, '');
    try {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copies).textContent);
      said.textContent = name + ': copied';
    } catch {
      said.textContent = name + ': your browser would not copy it. Click the text and copy it yourself.';
    }
  });
}
`;

/** Where it is served. The name is made from its content, as a test holds it to: working it out here would cost every cold start. */
export const copyPath = '/assets/copy.bda9fe4ba7093a15.js';
