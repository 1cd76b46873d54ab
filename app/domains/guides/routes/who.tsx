import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { ButtonRow, LinkButton } from "~/design/button";
import { Card, CardList } from "~/design/card";
import { DateField } from "~/design/date-field";
import { FilterBar } from "~/design/filter-bar";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { SearchField } from "~/design/search-field";
import { Select } from "~/design/select";
import { organisationMessages } from "~/domains/organisations/index";
import { placeOf, searchMunicipalities } from "~/domains/organisations/index.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { newsOfPlace } from "../county-news/queries/county-news.server";
import { dayOrNull, idOrNull } from "../given.server";
import { messages } from "../messages";
import { needsMessages } from "../needs-messages";
import { messages as officeMessages } from "../office-days/messages";
import { officeMapOfPlace, placesWithOfficeDays } from "../office-days/queries/map-of-place.server";
import { officeMap } from "../office-days/queries/office-map.server";
import { OfficeDayCard } from "../office-days/ui/office-day-card";
import { OfficeMap } from "../office-days/ui/office-map";
import { cameOfNeeds } from "../queries/came-of-needs.server";
import { ownPlace } from "../queries/own-place.server";
import { whoAnswers } from "../queries/who-answers.server";
import { CameOfNeedsSection } from "../ui/came-of-needs";
import { PostFacts } from "../ui/post-facts";
import { Why } from "../ui/why";
import type { Route } from "./+types/who";

export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => {
	const { place: slug }: { place?: string } = params;
	const query = new URL(request.url).searchParams;
	const words = (query.get("q") ?? "").trim().slice(0, 100);
	const space = slug ? await placeOf(world, slug) : null;
	const here = slug ? `/o/${slug}/lotsen` : "/lotsen";
	const municipalityId = idOrNull(query.get("ort")) ?? (words === "" && space ? await ownPlace(world, space) : null);
	const found = municipalityId === null && words !== "" ? await searchMunicipalities(world, words) : null;
	// similar names are for who mistyped; a name written as it is means its bearer, unless two bear it
	const meant = found?.filter(({ shortName }) => shortName.toLowerCase() === words.toLowerCase()) ?? [];
	const [only] = meant.length === 1 ? meant : (found ?? []);
	if (only && (meant.length === 1 || found?.length === 1)) throw onward(`${here}?ort=${only.id}`);
	const asked = { topicId: idOrNull(query.get("thema")), day: dayOrNull(query.get("tag")) };
	const who = municipalityId ? await whoAnswers(world, { municipalityId, ...asked }) : null;
	const [needs, news] =
		municipalityId && who?.owner
			? await Promise.all([
					cameOfNeeds(world, municipalityId),
					newsOfPlace(world, { municipalityId, topicId: who.topicId, count: 3 }),
				])
			: [null, []];
	const searching = words !== "";
	const map = who
		? who.owner && (await officeMap(world, who.owner.id, who.officeDays))
		: space && !searching && (await officeMapOfPlace(world, space));
	return {
		space: space && { slug: space.slug, name: space.name },
		here,
		words,
		found,
		who,
		needs,
		news,
		map: map || null,
		counties: !who && !space && !searching ? await placesWithOfficeDays(world) : [],
	};
});

function isRegisterType(code: string): code is keyof typeof organisationMessages.de.registerTypes {
	return Object.hasOwn(organisationMessages.de.registerTypes, code);
}

export default function Who({ loaderData }: Route.ComponentProps) {
	const { space, here, words, found, who, needs, news, map, counties } = loaderData;
	const t = useText(messages);
	const kinds = useText(organisationMessages);
	const o = useText(officeMessages);
	const n = useText(needsMessages);
	const format = useFormat();
	// The register's own word is nearer to what people say ("Verbandsgemeinde") than the kind of body.
	const kindOf = ({
		kind,
		registerType,
	}: {
		kind: keyof typeof organisationMessages.de.kinds;
		registerType: string | null;
	}) =>
		registerType && isRegisterType(registerType) ? kinds(`registerTypes.${registerType}`) : kinds(`kinds.${kind}`);
	return (
		<>
			<title>{`${t("who.title")} – ${who?.place.name ?? space?.name ?? "Gemeinwerk"}`}</title>
			{space && <Breadcrumb entries={[{ label: space.name, href: `/o/${space.slug}` }, { label: t("who.title") }]} />}
			<PageTitle title={t("who.title")} lead={who ? undefined : t("who.lead")} />
			{!who && <SearchField action={here} value={words} label={t("who.place")} scope="ort" />}
			{!who && map && space && (
				<Section id="sprechtage" title={o("list.title")}>
					<OfficeMap map={map} />
					<p>
						<a href={`${here}/sprechtage`}>{o("who.all")}</a>
					</p>
				</Section>
			)}
			{counties.length > 0 && (
				<Section id="landkreise" title={o("map.counties")}>
					<ul>
						{counties.map(({ slug, name }) => (
							<li key={slug}>
								<a href={`/o/${slug}/lotsen/sprechtage#karte`}>{o("map.ofCounty", { place: name })}</a>
							</li>
						))}
					</ul>
				</Section>
			)}
			{found && (
				<Section id="orte" title={t("who.found", { count: found.length, words })}>
					{found.length === 0 ? (
						<p>{t("who.none")}</p>
					) : (
						<CardList>
							{found.map((place) => (
								<Card key={place.id} title={place.shortName} href={`${here}?ort=${place.id}`} above={kindOf(place)}>
									{place.county && (
										<p>{t("who.part", { association: place.association ?? "none", county: place.county })}</p>
									)}
								</Card>
							))}
						</CardList>
					)}
				</Section>
			)}
			{who && (
				<>
					{who.owner ? (
						<FilterBar action={here} resetHref={`${here}?ort=${who.place.id}`} hidden={{ ort: who.place.id }}>
							<Select
								name="thema"
								label={t("who.topic")}
								optional
								empty={t("who.anyTopic")}
								value={who.topicId ?? ""}
								options={who.topics.map(({ id, name }) => ({ value: id, label: name }))}
							/>
							{who.mayAskOtherDays && (
								<DateField name="tag" label={t("who.day")} hint={t("who.dayHint")} optional value={who.day} />
							)}
						</FilterBar>
					) : (
						<Alert tone="warning" title={t("who.noPlan", { place: who.place.name })}>
							<p>{t("who.noPlanText")}</p>
						</Alert>
					)}
					{who.answer && (
						<Section
							id="antwort"
							title={
								who.isToday
									? t("who.answerTitle", { place: who.place.name })
									: t("who.answerThen", { place: who.place.name, date: format.dateLong(who.day) })
							}
						>
							<h3>{who.answer.post.label}</h3>
							<PostFacts post={who.answer.post} />
							{who.meanwhile && (
								<Alert level={3} title={t("who.meanwhile", { label: who.meanwhile.label })}>
									<PostFacts post={who.meanwhile} />
								</Alert>
							)}
							<h3>{t("who.why")}</h3>
							<p>
								<Why explanation={who.answer.explanation} />
							</p>
							{who.answer.explanation.plan && <p>{who.answer.explanation.plan.reason}</p>}
							{who.isToday && who.owner?.slug && (
								<>
									<h3>{o("who.title")}</h3>
									{who.officeDays.length === 0 ? (
										<p>{o("who.none")}</p>
									) : (
										<CardList>
											{who.officeDays.map((day) => (
												<OfficeDayCard key={`${day.code}:${day.day}`} day={day} level={4} />
											))}
										</CardList>
									)}
									{map?.base && <OfficeMap map={map} />}
									<p>
										<a href={`/o/${who.owner.slug}/lotsen/sprechtage?ort=${who.place.id}`}>{o("who.all")}</a>
									</p>
								</>
							)}
							{who.next && (
								<Alert level={3} title={t("who.nextTitle", { date: format.dateLong(who.next.day) })}>
									<p>{t("who.nextText", { label: who.next.post.label })}</p>
									<PostFacts post={who.next.post} />
								</Alert>
							)}
						</Section>
					)}
					{news.length > 0 && (
						<Section id="neues" title={n("needs.news")}>
							<ul>
								{news.map(({ code, title, topic, area }) => (
									<li key={code}>
										<a href={`/lotsen/neues/${code}`}>{title}</a>
										{(topic || area) && ` – ${[topic, area].filter(Boolean).join(", ")}`}
									</li>
								))}
							</ul>
						</Section>
					)}
					{needs && <CameOfNeedsSection needs={needs} />}
					<ButtonRow>
						{who.answer && (
							<LinkButton
								href={`${here}/anliegen/neu?ort=${who.place.id}${who.topicId ? `&thema=${who.topicId}` : ""}`}
							>
								{t("who.write")}
							</LinkButton>
						)}
						{who.answer && (
							<LinkButton look="secondary" href={`/lotsen/aushang?ort=${who.place.id}`}>
								{n("poster.link")}
							</LinkButton>
						)}
						<LinkButton look="secondary" href={`${here}?q=`}>
							{t("who.otherPlace")}
						</LinkButton>
					</ButtonRow>
				</>
			)}
		</>
	);
}
