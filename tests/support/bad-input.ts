import type { APIRequestContext } from "@playwright/test";

/** A form that everybody may send, and how it is filled in rightly. */
export type PublicForm = {
	path: string;
	/** What people fill in; hidden fields are read from the page each time. */
	fields: Record<string, string>;
	/** The field with the longest text; what stands in it must never be lost. */
	text: string;
	/** Values of a wrong kind, by field. */
	wrong: Record<string, string>;
	/** Forms that may be sent empty, because nothing in them is needed. */
	mayBeEmpty?: boolean;
	/** The field that takes a file. */
	file?: string;
	/** Forms in which nothing is written, only chosen: what cannot be chosen is not shown again. */
	onlyChosen?: boolean;
};

type Fields = [name: string, value: string][];
type Answer = { status: number; body: string; location: string | null };

/** Tabs, bells and a mark that turns the direction of writing; U+0000 is asked for by itself. */
const control = "\u0007\u0008\u001b\u202e\u2028 Zeichen";
const script = '<script>alert(1)</script><img src=x onerror="alert(2)">';

function attribute(tag: string, name: string): string | undefined {
	return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
}

/** The hidden fields of the page's form, as somebody has them who opened it a minute ago. */
export async function opened(request: APIRequestContext, path: string): Promise<Fields> {
	const html = await (await request.get(path)).text();
	const hidden = (html.match(/<input[^>]*type="hidden"[^>]*>/g) ?? []).flatMap((tag): Fields => {
		const [name, value] = [attribute(tag, "name"), attribute(tag, "value") ?? ""];
		return name && name !== "seit" ? [[name, value]] : [];
	});
	return [...hidden, ["seit", String(Date.now() - 60_000)]];
}

/** Sends a form as a browser does, without following where it leads. */
export async function sent(request: APIRequestContext, path: string, fields: Fields): Promise<Answer> {
	const response = await request.post(path, {
		data: new URLSearchParams(fields).toString(),
		headers: {
			Origin: new URL((await request.get("/health/live")).url()).origin,
			"Content-Type": "application/x-www-form-urlencoded",
		},
		maxRedirects: 0,
	});
	return { status: response.status(), body: await response.text(), location: response.headers().location ?? null };
}

function withValues(hidden: Fields, given: Record<string, string>, change: Record<string, string> = {}): Fields {
	return [...hidden, ...Object.entries({ ...given, ...change })];
}

/** Shown again with a sentence about what is wrong. */
const saysWhy = ({ status, body }: Answer) => status === 422 && /data-error-summary/.test(body);
const taken = ({ status }: Answer) => status === 303;

/**
 * Sends everything that people and programs send wrongly to a form.
 * @returns one line for each answer that is not as promised: a clear sentence, what was typed, never an error of ours
 */
export async function badAnswers(request: APIRequestContext, form: PublicForm): Promise<string[]> {
	const { path, fields, text, wrong } = form;
	const shows = ({ body }: Answer, written: string) => form.onlyChosen === true || body.includes(written);
	const bad: string[] = [];
	const expectOf = (what: string, answer: Answer, isRight: boolean) => {
		if (!isRight) bad.push(`${what}: ${path} → ${answer.status}`);
	};
	const ask = async (change: Record<string, string>, more: Fields = []) => {
		const hidden = await opened(request, path);
		return sent(request, path, [...withValues(hidden, fields, change), ...more]);
	};
	const [firstWrong] = Object.entries(wrong);
	const refusedBecause = Object.fromEntries(firstWrong ? [firstWrong] : []);

	const empty = await ask(Object.fromEntries(Object.keys(fields).map((name) => [name, ""])));
	expectOf("empty", empty, form.mayBeEmpty ? empty.status < 500 : saysWhy(empty));
	const long = await ask({ [text]: "Ü".repeat(40_000) });
	expectOf("too long", long, saysWhy(long) && shows(long, "Ü".repeat(1_000)));
	for (const [name, value] of Object.entries(wrong)) {
		const answer = await ask({ [name]: value });
		const kept = name === text || shows(answer, fields[text] ?? "");
		expectOf(`wrong ${name}`, answer, saysWhy(answer) && kept);
	}
	const twice = await ask(refusedBecause, [[text, "Ein zweites Mal dasselbe Feld"]]);
	expectOf("repeated field", twice, saysWhy(twice));
	const html = await ask({ ...refusedBecause, [text]: script });
	const harmless = !html.body.includes("<script>alert(1)") && !html.body.includes("<img src=x");
	expectOf("HTML and script", html, saysWhy(html) && harmless && shows(html, "&lt;script&gt;alert(1)"));
	const controlled = await ask({ ...refusedBecause, [text]: control });
	expectOf("control characters", controlled, saysWhy(controlled) && shows(controlled, "Zeichen"));
	const zero = await ask({ [text]: `vor\u0000nach und noch mehr Text` });
	// what may hold anything is stored without it
	expectOf("U+0000", zero, form.mayBeEmpty ? taken(zero) : saysWhy(zero) && shows(zero, "vornach"));
	const huge = await ask({ [text]: "a".repeat(10_000_000) });
	expectOf("10 MB", huge, saysWhy(huge) || (huge.status === 413 && huge.body.includes("zu viel")));
	return bad;
}

/** Files that are not what they are called: a program, a page, and one larger than any form takes. */
const wrongFiles = [
	{ name: "urlaub.jpg", mimeType: "image/jpeg", buffer: Buffer.from("MZ\x90\0\x03\0\0\0", "latin1") },
	{ name: "plan.pdf", mimeType: "application/pdf", buffer: Buffer.from("<html><script>alert(1)</script></html>") },
	{ name: "gross.jpg", mimeType: "image/jpeg", buffer: Buffer.alloc(70_000_000) },
];

/**
 * Sends files that a form must not take, each with everything else filled in rightly.
 * @returns one line for each answer that does not name the file in a sentence, or lost what was typed
 */
export async function badFiles(
	request: APIRequestContext,
	{ path, fields, text, file }: PublicForm,
): Promise<string[]> {
	const bad: string[] = [];
	if (!file) return bad;
	const { origin } = new URL((await request.get("/health/live")).url());
	for (const wrong of wrongFiles) {
		const multipart = { ...Object.fromEntries(await opened(request, path)), ...fields, [file]: wrong };
		const response = await request.post(path, { multipart, headers: { Origin: origin }, maxRedirects: 0 });
		const body = await response.text();
		const isRight = saysWhy({ status: response.status(), body, location: null }) && body.includes(wrong.name);
		if (!isRight || !body.includes(fields[text] ?? "")) bad.push(`${wrong.name}: ${path} → ${response.status()}`);
	}
	return bad;
}

/** Sends the filled form from one page twice at once, and a third time as after "back"; and from a second tab. */
export async function sentAgain(request: APIRequestContext, { path, fields }: PublicForm): Promise<string[]> {
	const [tab, other] = [await opened(request, path), await opened(request, path)];
	const both = await Promise.all([1, 2].map(() => sent(request, path, withValues(tab, fields))));
	const back = await sent(request, path, withValues(tab, fields));
	const second = await sent(request, path, withValues(other, fields));
	const wrong = [...both, back, second].flatMap((answer, index) =>
		taken(answer) || saysWhy(answer) ? [] : [`sending ${index + 1} of ${path} → ${answer.status}`],
	);
	return both.some(taken) ? wrong : [...wrong, `${path} took none`];
}
