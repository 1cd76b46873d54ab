/** How often the page is asked how far it is, in milliseconds. */
const askEvery = 2000;

/** Keeps a figure of long work up to date, until the work is done: then the page is loaded anew, once. */
export default function followProgress(element: HTMLElement): void {
	const timer = setInterval(() => {
		void refresh(element).then((goesOn) => {
			if (goesOn) return;
			clearInterval(timer);
			location.reload();
		});
	}, askEvery);
}

async function refresh(element: HTMLElement): Promise<boolean> {
	const answer = await fetch(location.href).catch(() => null);
	// a server that starts anew answers again soon
	if (!answer?.ok) return true;
	// styles carry the other page's nonce, which this page's policy refuses with a complaint
	const text = (await answer.text()).replaceAll(/<style[^>]*>[^<]*<\/style>/g, "");
	const page = new DOMParser().parseFromString(text, "text/html");
	const newer = page.querySelector('[data-island="follow-progress"]');
	if (!newer) return false;
	element.replaceChildren(...newer.childNodes);
	return true;
}
