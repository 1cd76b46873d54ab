import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Checkbox, CheckboxGroup, RadioGroup } from "./choice-group";
import { DateField } from "./date-field";
import { ErrorSummary } from "./error-summary";
import { fieldId } from "./field";
import { FileField } from "./file-field";
import { Form } from "./form";
import { Select } from "./select";
import { TextArea } from "./text-area";
import { CodeField, PasswordField, TextField } from "./text-field";

const choices = [
	{ value: "a", label: "A" },
	{ value: "b", label: "B", hint: "Hilfe zu B" },
];
const state = { name: "my.field[0]", label: "Name", hint: "Hilfe", error: "Schreiben Sie etwas." };

function ids(html: string): string[] {
	return [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1] ?? "");
}

/** Every id that is pointed to exists, and none exists twice. */
function expectWired(html: string): void {
	const all = ids(html);
	expect(new Set(all).size).toBe(all.length);
	const pointed = [...html.matchAll(/ (?:aria-describedby|aria-labelledby|for)="([^"]+)"/g)].flatMap((match) =>
		(match[1] ?? "").split(" "),
	);
	expect(pointed.length).toBeGreaterThan(0);
	for (const id of pointed) expect(all).toContain(id);
}

const single: [string, (props: typeof state) => ReactElement][] = [
	["TextField", (props) => <TextField {...props} />],
	["TextArea", (props) => <TextArea {...props} />],
	["Select", (props) => <Select {...props} options={choices} />],
	["DateField", (props) => <DateField {...props} />],
	["FileField", (props) => <FileField {...props} />],
	["PasswordField", (props) => <PasswordField {...props} autoComplete="current-password" />],
	["CodeField", (props) => <CodeField {...props} />],
];

describe.each(single)("%s", (_, make) => {
	const html = renderToStaticMarkup(make(state));

	it("names hint, then error, and says that it is wrong", () => {
		expectWired(html);
		expect(html).toContain('aria-describedby="f-my-field-0--hint f-my-field-0--error"');
		expect(html).toContain('aria-invalid="true"');
		expect(html).toContain('name="my.field[0]"');
		expect(html).toContain('for="f-my-field-0-"');
	});

	it("points to nothing that is not there", () => {
		const plain = renderToStaticMarkup(make({ name: "x", label: "Name", hint: "", error: "" }));
		expect(plain).not.toContain("aria-describedby");
		expect(plain).not.toContain("aria-invalid");
		expect(plain).toContain("required");
	});
});

describe("groups", () => {
	it("RadioGroup is an invalid radiogroup with its error; the first input takes the field's id", () => {
		const html = renderToStaticMarkup(<RadioGroup {...state} choices={choices} value="b" />);
		expectWired(html);
		expect(html).toMatch(
			/<fieldset[^>]*role="radiogroup"[^>]*aria-describedby="[^"]+-hint [^"]+-error"[^>]*aria-invalid="true"/,
		);
		expect(html).toMatch(/<input[^>]*id="f-my-field-0-"[^>]*value="a"/);
		expect(html.match(/checked=""/g)).toHaveLength(1);
		expect(html).toMatch(/value="b"[^>]*checked=""|checked=""[^>]*value="b"/);
	});

	it("CheckboxGroup marks its boxes invalid and keeps what was ticked", () => {
		const html = renderToStaticMarkup(<CheckboxGroup {...state} choices={choices} values={["a", "b"]} />);
		expectWired(html);
		expect(html.match(/aria-invalid="true"/g)).toHaveLength(2);
		expect(html.match(/checked=""/g)).toHaveLength(2);
	});

	it("Checkbox carries hint and error itself", () => {
		const html = renderToStaticMarkup(<Checkbox {...state} checked />);
		expectWired(html);
		expect(html).toContain("f-my-field-0--choice-hint f-my-field-0--error");
	});
});

describe("values", () => {
	it("come back as typed, but never a password", () => {
		expect(renderToStaticMarkup(<TextField name="a" label="A" value={'<b>"x"</b>'} />)).toContain(
			'value="&lt;b&gt;&quot;x&quot;&lt;/b&gt;"',
		);
		expect(renderToStaticMarkup(<TextArea name="a" label="A" value={"zwei\nZeilen"} />)).toContain(
			">zwei\nZeilen</textarea>",
		);
		expect(renderToStaticMarkup(<Select name="a" label="A" options={choices} value="b" />)).toContain(
			'<option value="b" selected="">',
		);
		expect(renderToStaticMarkup(<PasswordField name="a" label="A" autoComplete="new-password" />)).not.toContain(
			"value=",
		);
	});

	it("optional fields say so in words and are not required", () => {
		const html = renderToStaticMarkup(<TextField name="a" label="A" optional />);
		expect(html).toContain("– freiwillig");
		expect(html).not.toContain("required");
	});

	it("what is needed only with another choice is neither asked for by the browser nor called optional", () => {
		for (const html of [
			renderToStaticMarkup(<TextField name="a" label="A" optional="depends" />),
			renderToStaticMarkup(<Checkbox name="a" label="A" optional="depends" />),
			renderToStaticMarkup(<CheckboxGroup name="a" label="A" choices={[]} optional="depends" />),
		]) {
			expect(html).not.toMatch(/freiwillig|required/);
		}
	});
});

describe("Form and ErrorSummary", () => {
	it("two forms with the same fields have different ids, and the summary finds the right one", () => {
		const errors = [
			{ field: "title", message: "Schreiben Sie einen Titel." },
			{ message: "Das Verfahren ist beendet." },
		];
		const html = renderToStaticMarkup(
			<>
				<ErrorSummary errors={errors} form="second" />
				<Form id="first" action="/a" hidden={{ version: "3" }}>
					<TextField name="title" label="Titel" />
				</Form>
				<Form id="second" action="/b" files draftKey="idea:1">
					<TextField name="title" label="Titel" error="Schreiben Sie einen Titel." />
				</Form>
			</>,
		);
		expectWired(html);
		const target = fieldId("title", "second");
		expect(html).toContain(`href="#${target}"`);
		expect(ids(html)).toContain(target);
		expect(html).toContain("Bitte prüfen Sie 2 Angaben");
		expect(html).toMatch(/role="alert" tabindex="-1" autofocus=""/i);
		expect(html).toContain('<input type="hidden" name="version" value="3"/>');
		expect(html).toMatch(/enctype="multipart\/form-data"/i);
		expect(html).toContain('data-island="submit-once keep-draft"');
		expect(html.match(/novalidate=""/gi)).toHaveLength(2);
	});

	it("no errors, no summary", () => {
		expect(renderToStaticMarkup(<ErrorSummary errors={[]} />)).toBe("");
	});
});
