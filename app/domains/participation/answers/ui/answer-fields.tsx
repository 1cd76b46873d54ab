import type { ReactNode } from "react";
import { Alert } from "~/design/alert";
import { Button, ButtonRow } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { Disclosure } from "~/design/disclosure";
import { Form } from "~/design/form";
import type { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { useFormat, useText } from "~/platform/i18n";
import { dispositions } from "../disposition";
import { messages } from "../messages";
import { staffMessages } from "../staff-messages";

type Values = { disposition: string; reason: string; duplicateOf: string };

/** The fields of an answer: result, reason, and the contribution that said it before. */
export function AnswerForm({
	values,
	problems,
	draftKey,
	revision,
	children,
}: {
	values: Values;
	problems: ReturnType<typeof useProblems>;
	draftKey: string;
	revision: number;
	/** Further fields. */
	children?: ReactNode;
}) {
	const t = useText(messages);
	return (
		<Form hidden={{ revision: String(revision) }} draftKey={draftKey}>
			{children}
			<RadioGroup
				name="disposition"
				label={t("form.disposition")}
				value={values.disposition}
				error={problems.at("disposition")}
				choices={dispositions.map((value) => ({ value, label: t(`dispositions.${value}`) }))}
			/>
			<TextField
				name="duplicateOf"
				label={t("form.duplicateOf")}
				hint={t("form.duplicateHint")}
				value={values.duplicateOf}
				error={problems.at("duplicateOf")}
				inputMode="numeric"
				width="short"
				optional
			/>
			<TextArea
				name="reason"
				label={t("form.reason")}
				hint={t("form.reasonHint")}
				value={values.reason}
				error={problems.at("reason")}
				rows={8}
				richText
			/>
			<ButtonRow>
				<Button>{t("form.save")}</Button>
			</ButtonRow>
		</Form>
	);
}

type Reply = {
	id: string;
	office: string;
	question: string;
	answer: string | null;
	answeredBy: string | null;
	answeredAt: Date | null;
};

/** What departments wrote about the contributions, to be read while writing. */
export function Replies({ replies }: { replies: readonly Reply[] }) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	if (replies.length === 0) return null;
	return (
		<Alert title={t("form.replies")}>
			{replies.map((reply) => (
				<div key={reply.id} className="gw-flow">
					<p>
						<strong>
							{reply.office}
							{reply.answeredAt && `, ${dateLong(reply.answeredAt)}`}
						</strong>
					</p>
					<p>{reply.question}</p>
					<PlainText text={reply.answer ?? ""} />
				</div>
			))}
		</Alert>
	);
}

/** Text without formatting, in its paragraphs. */
export function PlainText({ text }: { text: string }) {
	return (
		<blockquote className="gw-flow">
			{text.split(/\n+/).map((line, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: rendered once on the server and never reordered
				<p key={index}>{line}</p>
			))}
		</blockquote>
	);
}

/** The organisation's text blocks; each is a link that begins the text with it. */
export function TextBlocks({
	blocks,
	hrefFor,
	manageHref,
}: {
	blocks: readonly { id: string; name: string; text: string }[];
	hrefFor: (id: string) => string;
	manageHref: string;
}) {
	const t = useText(staffMessages);
	return (
		<Disclosure summary={t("templates.title")}>
			{blocks.length > 0 && (
				<ul>
					{blocks.map(({ id, name, text }) => (
						<li key={id}>
							<p>
								<strong>{name}</strong>: {beginning(text)}
							</p>
							<p>
								<a href={hrefFor(id)} aria-label={t("templates.useOf", { name })}>
									{t("templates.use")}
								</a>
							</p>
						</li>
					))}
				</ul>
			)}
			<p>
				<a href={manageHref}>{t("templates.manage")}</a>
			</p>
		</Disclosure>
	);
}

/** Earlier reasons of this process; each is a link that begins the text with it. */
export function Templates({
	templates,
	hrefFor,
}: {
	templates: readonly { answerId: string; revision: number; disposition: string; reasonText: string }[];
	hrefFor: (template: string) => string;
}) {
	const t = useText(messages);
	if (templates.length === 0) return null;
	return (
		<Disclosure summary={t("form.templates")}>
			<ul>
				{templates.map((template) => (
					<li key={`${template.answerId}.${template.revision}`}>
						<p>{beginning(template.reasonText)}</p>
						<p>
							<a
								href={hrefFor(`${template.answerId}.${template.revision}`)}
								aria-label={t("form.templateOf", { text: beginning(template.reasonText) })}
							>
								{t("form.template")}
							</a>
						</p>
					</li>
				))}
			</ul>
		</Disclosure>
	);
}

function beginning(text: string): string {
	return text.length <= 140 ? text : `${text.slice(0, 140).trimEnd()} …`;
}
