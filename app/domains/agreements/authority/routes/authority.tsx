import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { Checkbox, CheckboxGroup, RadioGroup } from "~/design/choice-group";
import { DataTable } from "~/design/data-table";
import { DateField } from "~/design/date-field";
import { Disclosure } from "~/design/disclosure";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextField } from "~/design/text-field";
import { daysFrom, parseDay } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields, type Typed } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import { type Refusal, refused } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { actForm } from "../../forms";
import { knownWord } from "../../stored-word";
import { authorityBases } from "../authority-bases";
import { giveAuthority, keepRepresentation, revokeAuthority } from "../commands/keep-authority.server";
import { authorityForm, representationForm, revokeForm } from "../forms";
import { authorityPage } from "../queries/authority-page.server";
import { authorityMessages } from "../staff-messages";
import type { Route } from "./+types/authority";

const asked = (request: Request) => new URL(request.url).searchParams.get("organisation");

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const page = await authorityPage(world, params.place, asked(request));
	return {
		...page,
		authorities: page.authorities.map((one) => ({ ...one, basis: knownWord(authorityBases, one.basis) })),
		saved: new URL(request.url).searchParams.has("saved"),
	};
});

/** Which form was refused, so that its own fields say so. */
const shownAgain = (act: string, typed: Typed, refusals: readonly Refusal[]) => again({ ...typed, act }, [...refusals]);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const page = await authorityPage(world, params.place, asked(request));
	const whose = { keeperId: page.keeperId, organisationId: page.organisation.id };
	const fields = await formFields(request);
	const { act } = actForm.parse({ act: fields.get("act") ?? "" });
	const done = () =>
		onward(`/o/${page.place.slug}/verwaltung/vereinbarungen/vertretung?organisation=${whose.organisationId}&saved`);
	if (act === "revoke") {
		const form = readFields(request, fields, revokeForm);
		if (!form.valid) return shownAgain(act, form.typed, form.refusals);
		const outcome = await revokeAuthority(world, { keeperId: page.keeperId, ...form.value });
		return outcome.done ? done() : shownAgain(act, form.typed, outcome.refusals);
	}
	if (act === "authority") {
		const form = readFields(request, fields, authorityForm);
		if (!form.valid) return shownAgain(act, form.typed, form.refusals);
		const { authorityFrom, until, limit, ...given } = form.value;
		const [validFrom, lastDay] = [parseDay(authorityFrom), until === "" ? null : parseDay(until)];
		const invalid = !validFrom ? "authorityFrom" : until !== "" && !lastDay ? "until" : null;
		if (invalid || !validFrom) {
			return shownAgain(act, form.typed, refused("date-invalid", { field: invalid ?? "authorityFrom" }).refusals);
		}
		const validUntil = lastDay && daysFrom(lastDay, 1);
		const outcome = await giveAuthority(world, { ...whose, ...given, limitCents: limit, validFrom, validUntil });
		return outcome.done ? done() : shownAgain(act, form.typed, outcome.refusals);
	}
	const form = readFields(request, fields, representationForm);
	if (!form.valid) return shownAgain("rule", form.typed, form.refusals);
	const { add, validFrom: typedDay, source, ...way } = form.value;
	const validFrom = parseDay(typedDay);
	if (!validFrom) return shownAgain("rule", form.typed, refused("date-invalid", { field: "validFrom" }).refusals);
	const alternatives = add !== "" && page.rule ? [...page.rule.alternatives, way] : [way];
	const outcome = await keepRepresentation(world, { ...whose, alternatives, source, validFrom });
	return outcome.done ? done() : shownAgain("rule", form.typed, outcome.refusals);
});

export default function AuthorityPage({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(authorityMessages);
	const { date, money } = useFormat();
	const problems = useProblems(authorityMessages, actionData?.refusals);
	const act = actionData?.typed.act?.toString();
	const typedIn = (form: string) => (act === form ? (actionData?.typed ?? {}) : {});
	const at = (form: string, field: string) => (act === form ? problems.at(field) : undefined);
	const list = (value: unknown) => (Array.isArray(value) ? value.map(String) : value ? [String(value)] : []);
	const rule = typedIn("rule");
	const given = typedIn("authority");
	const here = `/o/${page.place.slug}/verwaltung/vereinbarungen`;
	const choices = page.posts.map(({ id, label }) => ({ value: id, label }));
	const title = page.organisation.own ? t("title") : t("titleFor", { name: page.organisation.name });
	const withForm = `?organisation=${page.organisation.id}`;
	return (
		<>
			<title>{`${title} – ${page.place.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: page.place.name, href: `/o/${page.place.slug}` },
					{ label: t("manage"), href: here },
					{ label: title },
				]}
			/>
			{page.saved && !actionData && <Alert tone="success" title={t("saved")} live />}
			<ErrorSummary errors={problems.errors} form={act} />
			<PageTitle title={title} lead={t("lead")} />
			<Section title={t("rule")} id="regel">
				{page.rule ? (
					<>
						<ul>
							{page.rule.ways.map(({ count, posts, mandatory }) => (
								<li key={`${count} ${posts.join()} ${mandatory.join()}`}>
									{mandatory.length > 0
										? t("wayWith", { count: String(count), posts: posts.join(", "), mandatory: mandatory.join(", ") })
										: t("way", { count: String(count), posts: posts.join(", ") })}
								</li>
							))}
						</ul>
						<p>{t("since", { day: date(page.rule.validFrom), source: page.rule.source })}</p>
					</>
				) : (
					<p>{t("noRule")}</p>
				)}
				{choices.length === 0 ? (
					<Alert title={t("noPosts")} level={3} />
				) : (
					<Disclosure summary={t("newRule")} open={act === "rule"}>
						<Form id="rule" action={withForm} hidden={{ act: "rule" }}>
							<TextField
								name="count"
								inputMode="numeric"
								label={t("count")}
								value={rule.count?.toString()}
								error={at("rule", "count")}
							/>
							<CheckboxGroup
								name="posts"
								label={t("posts")}
								choices={choices}
								values={list(rule.posts)}
								error={at("rule", "posts")}
							/>
							<CheckboxGroup
								name="mandatory"
								optional
								label={t("mandatory")}
								choices={choices}
								values={list(rule.mandatory)}
								error={at("rule", "mandatory")}
							/>
							<TextField
								name="source"
								label={t("source")}
								hint={t("sourceHint")}
								value={rule.source?.toString()}
								error={at("rule", "source")}
							/>
							<DateField
								name="validFrom"
								label={t("validFrom")}
								value={rule.validFrom?.toString() ?? page.today}
								error={at("rule", "validFrom")}
							/>
							{page.rule && <Checkbox name="add" optional label={t("add")} checked={rule.add === "on"} />}
							<Button>{t("saveRule")}</Button>
						</Form>
					</Disclosure>
				)}
			</Section>
			<Section title={t("authorities")} id="befugnisse">
				{page.authorities.length === 0 ? (
					<p>{t("noAuthorities")}</p>
				) : (
					<DataTable
						caption={t("authorities")}
						captionHidden
						rows={page.authorities}
						rowKey={({ id }) => id}
						columns={[
							{ key: "post", header: t("post"), rowHeader: true, cell: ({ post }) => post },
							{ key: "basis", header: t("basis"), cell: ({ basis, note }) => `${t(`bases.${basis}`)}: ${note}` },
							{
								key: "limit",
								header: t("limit"),
								cell: ({ limit }) => (limit ? t("upTo", { amount: money(BigInt(limit)) }) : t("unlimited")),
							},
							{
								key: "period",
								header: t("period"),
								cell: ({ from, lastDay, revoked }) =>
									revoked
										? t("revoked", { day: date(revoked.day), reason: revoked.reason })
										: lastDay
											? t("periodUntil", { from: date(from), until: date(lastDay) })
											: t("periodOpen", { from: date(from) }),
							},
						]}
					/>
				)}
				{choices.length > 0 && (
					<Disclosure summary={t("give")} open={act === "authority"}>
						<Form id="authority" action={withForm} hidden={{ act: "authority" }}>
							<p>{t("firstGiven")}</p>
							<Select
								name="postId"
								label={t("post")}
								options={choices}
								value={given.postId?.toString()}
								error={at("authority", "postId")}
							/>
							<RadioGroup
								name="basis"
								label={t("basis")}
								value={given.basis?.toString()}
								error={at("authority", "basis")}
								choices={authorityBases.map((value) => ({ value, label: t(`bases.${value}`) }))}
							/>
							<TextField
								name="note"
								label={t("note")}
								hint={t("noteHint")}
								value={given.note?.toString()}
								error={at("authority", "note")}
							/>
							<TextField
								name="limit"
								optional
								label={t("limit")}
								hint={t("limitHint")}
								value={given.limit?.toString()}
								error={at("authority", "limit")}
							/>
							<DateField
								name="authorityFrom"
								label={t("validFrom")}
								value={given.authorityFrom?.toString() ?? page.today}
								error={at("authority", "authorityFrom")}
							/>
							<DateField
								name="until"
								optional
								label={t("until")}
								value={given.until?.toString()}
								error={at("authority", "until")}
							/>
							<Button>{t("give")}</Button>
						</Form>
					</Disclosure>
				)}
				{page.authorities.some(({ revoked }) => !revoked) && (
					<Disclosure summary={t("revoke")} open={act === "revoke"}>
						<Form id="revoke" action={withForm} hidden={{ act: "revoke" }}>
							<Select
								name="id"
								label={t("post")}
								options={page.authorities
									.filter(({ revoked }) => !revoked)
									.map(({ id, post, note }) => ({ value: id, label: `${post}: ${note}` }))}
								value={typedIn("revoke").id?.toString()}
								error={at("revoke", "id")}
							/>
							<TextField
								name="reason"
								label={t("reason")}
								value={typedIn("revoke").reason?.toString()}
								error={at("revoke", "reason")}
							/>
							<Button look="danger">{t("revoke")}</Button>
						</Form>
					</Disclosure>
				)}
			</Section>
			{page.others.length > 0 && (
				<Section title={t("others")} id="partner">
					<ul>
						{page.others.map(({ id, name }) => (
							<li key={id}>
								<a href={`${here}/vertretung?organisation=${id}`}>{name}</a>
							</li>
						))}
					</ul>
				</Section>
			)}
		</>
	);
}
