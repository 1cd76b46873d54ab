import { route } from "@react-router/dev/routes";

const at = "domains/guides/county-news/routes";
const news = "o/:place/verwaltung/kreisinfos";

export const countyNewsRoutes = [
	route("lotsen/neues/:code", `${at}/public-news.tsx`),
	route(news, `${at}/list.tsx`, { id: "county-news-list" }),
	route(`${news}/neu`, `${at}/write.tsx`, { id: "county-news-write" }),
	route(`${news}/:code`, `${at}/news.tsx`, { id: "county-news-one" }),
	route("o/:place/verwaltung/sprechtage/:series/:day/neues", `${at}/tick.ts`),
];
