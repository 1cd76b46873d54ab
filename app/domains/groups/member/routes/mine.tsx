import { Breadcrumb } from "~/design/breadcrumb";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { DateField } from "~/design/date-field";
import { Disclosure } from "~/design/disclosure";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Columns, Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { SummaryList } from "~/design/summary-list";
import { daysFrom } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { stored } from "../../day.server";
import { messages } from "../../messages";
import { resign } from "../../seats/commands/leave.server";
import { resignForm } from "../../seats/forms";
import { managedPath } from "../../ui/group-crumbs";
import { typedText } from "../../ui/typed";
import { memberMessages } from "../messages";
import { memberPage } from "../queries/member-page.server";
import type { Route } from "./+types/mine";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	memberPage(world, params),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const page = await memberPage(world, params);
	const form = await readForm(request, resignForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await resign(world, { groupId: page.id, endsOn: daysFrom(stored(form.value.lastDay), 1) });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(page.path);
});

/** "Mein Arbeitskreis": what is coming up for a member, and what happened before they joined. */
export default function Mine({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(memberMessages);
	const words = useText(messages);
	const { date } = useFormat();
	const { errors, at } = useProblems(memberMessages, actionData?.refusals);
	const { seat } = page;
	return (
		<>
			<title>{`${t("title")} – ${page.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: page.place.name, href: `/o/${page.place.slug}` },
					{ label: page.name, href: page.path },
					{ label: t("title") },
				]}
			/>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("title")} above={page.name} lead={t("lead")}>
				<ButtonRow>
					<LinkButton look="secondary" href={page.path}>
						{t("toGroup")}
					</LinkButton>
					{page.may.run && (
						<LinkButton look="secondary" href={managedPath(page.place.slug, page.slug)}>
							{t("manage")}
						</LinkButton>
					)}
				</ButtonRow>
			</PageTitle>
			<Columns
				asideLabel={t("seat")}
				aside={
					<Section id="sitz" title={t("seat")}>
						<SummaryList
							rows={[
								{ term: t("function"), value: words(`functions.${seat.function}`) },
								{ term: t("bench"), value: words(`benches.${seat.bench}`) },
								...(seat.onBehalfOf ? [{ term: t("behalf"), value: seat.onBehalfOf }] : []),
								...(seat.substituteFor ? [{ term: t("substitute"), value: seat.substituteFor }] : []),
								{
									term: t("period"),
									value: seat.lastDay
										? t("fromTo", { from: date(seat.from), until: date(seat.lastDay) })
										: t("since", { from: date(seat.from) }),
								},
								...(seat.attendance
									? [
											{
												term: t("attendance"),
												value: t("attended", {
													held: seat.attendance.held,
													attended: String(seat.attendance.attended),
												}),
											},
										]
									: []),
							]}
						/>
					</Section>
				}
			>
				{page.sections.map((section) => (
					<Section key={section.id} id={section.id} title={section.title}>
						{section.entries.length === 0 ? (
							<p>{section.empty}</p>
						) : (
							<ul>
								{section.entries.map(({ text, href, note }) => (
									<li key={`${href ?? ""} ${text} ${note ?? ""}`}>
										{href ? <a href={href}>{text}</a> : text}
										{note && ` (${note})`}
									</li>
								))}
							</ul>
						)}
						{section.more && (
							<p>
								<a href={section.more.href}>{section.more.label}</a>
							</p>
						)}
					</Section>
				))}
				<Disclosure summary={t("resign")} open={errors.length > 0}>
					<p>{t("resignText")}</p>
					<Form>
						<DateField
							name="lastDay"
							label={t("lastDay")}
							value={typedText(actionData?.typed, "lastDay", page.day)}
							error={at("lastDay")}
						/>
						<Button look="danger">{t("resignSave")}</Button>
					</Form>
				</Disclosure>
			</Columns>
		</>
	);
}
