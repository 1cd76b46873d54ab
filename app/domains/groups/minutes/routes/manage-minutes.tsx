import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { GroupCrumbs } from "../../ui/group-crumbs";
import { typedText } from "../../ui/typed";
import { beginMinutes } from "../commands/begin.server";
import { officersForm } from "../forms";
import { minutesMessages } from "../messages";
import { managedMinutes } from "../queries/managed-minutes.server";
import { minutesStaffMessages } from "../staff-messages";
import { writingPath } from "../ui/act-frame";
import { pathOf } from "../ui/wording";
import { Notes, ObjectionsToDecide } from "../ui/writing-parts";
import type { Route } from "./+types/manage-minutes";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	managedMinutes(world, { ...params, meeting: givenId(params.meeting) }),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const page = await managedMinutes(world, { ...params, meeting: givenId(params.meeting) });
	const form = await readForm(request, officersForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await beginMinutes(world, { meetingId: page.meeting.id, ...form.value });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(writingPath(page));
});

type Loaded = Route.ComponentProps["loaderData"];
type Begun = NonNullable<Loaded["minutes"]>;

/** Minutes for those who write them: what is in them by itself, notes, circulation, objections, signatures, end. */
export default function ManageMinutes({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(minutesStaffMessages);
	const words = useText(minutesMessages);
	const { errors, at } = useProblems(minutesStaffMessages, actionData?.refusals);
	const { minutes } = page;
	return (
		<>
			<title>{`${t("title")} – ${page.meeting.title}`}</title>
			<GroupCrumbs place={page.place} group={page.group} meeting={page.meeting} last={t("toMinutes")} />
			<ErrorSummary errors={errors} />
			<PageTitle
				title={t("title")}
				above={page.meeting.title}
				lead={page.meeting.held ? t("intro") : t("notHeld")}
				state={
					minutes && (
						<Badge tone={minutes.state === "final" ? "success" : "info"}>{words(`states.${minutes.state}`)}</Badge>
					)
				}
			>
				{minutes && (
					<ButtonRow>
						<LinkButton look="secondary" href={`${pathOf(page)}/protokoll`}>
							{t("preview")}
						</LinkButton>
					</ButtonRow>
				)}
			</PageTitle>
			{minutes && <Steps page={page} minutes={minutes} />}
			{minutes && <Notes page={page} minutes={minutes} />}
			{minutes && <ObjectionsToDecide page={page} minutes={minutes} />}
			{page.meeting.held && (!minutes || minutes.state === "draft") && (
				<Officers page={page} typed={actionData?.typed} at={at} />
			)}
		</>
	);
}

/** What is next, and what is missing until the end. */
function Steps({ page, minutes }: { page: Loaded; minutes: Begun }) {
	const t = useText(minutesStaffMessages);
	const words = useText(minutesMessages);
	const { dateLong } = useFormat();
	const here = writingPath(page);
	const { state, until, missing, signed } = minutes;
	if (state === "final") {
		return (
			<Alert tone="success" title={t("final")}>
				<LinkButton small look="secondary" href={`${here}/nachtrag`}>
					{t("addendum")}
				</LinkButton>
			</Alert>
		);
	}
	return (
		<>
			{until && (
				<p>
					{state === "objections"
						? t("circulated", { number: String(minutes.version), day: dateLong(until) })
						: t("over", { day: dateLong(until) })}{" "}
					{signed.length > 0 && t("signed", { roles: signed.map((role) => words(`roles.${role}`)).join(", ") })}
				</p>
			)}
			{minutes.changed && (
				<Alert tone="warning" title={t("changed")}>
					<p>{t("changedText", { number: String(minutes.version) })}</p>
					<LinkButton small look="secondary" href={`${here}/fassung`}>
						{t("freeze")}
					</LinkButton>
				</Alert>
			)}
			{missing.length > 0 && (
				<Alert title={t("missing.title")}>
					<p>{t("missing.text")}</p>
					<ul>
						{missing.map((one) => (
							<li key={one.code + ("title" in one ? one.title : "")}>
								{"title" in one ? t(`missing.${one.code}`, { title: one.title }) : t(`missing.${one.code}`)}
							</li>
						))}
					</ul>
				</Alert>
			)}
			<ButtonRow>
				{state === "draft" && <LinkButton href={`${here}/verteilen`}>{t("circulate")}</LinkButton>}
				{minutes.signsAs && <LinkButton href={`${here}/unterschreiben`}>{t("sign")}</LinkButton>}
				{state === "closing" && signed.length < 2 && minutes.undecided === 0 && (
					<LinkButton look="secondary" href={`${here}/papier`}>
						{t("onPaper")}
					</LinkButton>
				)}
				{state === "closing" && (
					<LinkButton look={signed.length === 2 ? "primary" : "secondary"} href={`${here}/endgueltig`}>
						{t("finalise")}
					</LinkButton>
				)}
			</ButtonRow>
		</>
	);
}

function Officers({
	page,
	typed,
	at,
}: {
	page: Loaded;
	typed: Record<string, string | string[]> | undefined;
	at(field: string): string | undefined;
}) {
	const t = useText(minutesStaffMessages);
	const there = page.there.map(({ personId, name }) => ({ value: personId, label: name }));
	const me = page.me && !there.some(({ value }) => value === page.me) ? [{ value: page.me, label: t("me") }] : [];
	return (
		<Section id="leitung" title={t("officers")} intro={t("officersHint")}>
			<Form>
				<Select
					name="presidedById"
					label={t("presidedBy")}
					options={there}
					value={typedText(typed, "presidedById", page.presidedBy)}
					error={at("presidedById")}
				/>
				<Select
					name="minuteTakerId"
					label={t("minuteTaker")}
					options={[...me, ...there]}
					value={typedText(typed, "minuteTakerId", page.minuteTaker === page.presidedBy ? "" : page.minuteTaker)}
					error={at("minuteTakerId")}
				/>
				<Button look={page.minutes ? "secondary" : "primary"}>{page.minutes ? t("saveOfficers") : t("begin")}</Button>
			</Form>
		</Section>
	);
}
