#include "services/privacy/pages_seen.hpp"

#include <algorithm>

#include "base/csv.hpp"
#include "base/fold.hpp"
#include "engines/units/units.hpp"
#include "platform/ui/lists.hpp"
#include "services/privacy/pages.hpp"
#include "services/privacy/text.hpp"

namespace privacy {
namespace {

constexpr int page_size = 25;
constexpr int csv_max = 20'000;

// "" where the purpose is of a room that is no longer there.
std::string words_of(const contracts::Keepers& keepers, const std::string& purpose,
                     base::Lang lang) {
  for (const auto& keeper : keepers) {
    const auto found = keeper.purposes.find(purpose);
    if (found != keeper.purposes.end()) return found->second.in(lang);
  }
  return std::string(text::some_purpose.in(lang));
}

contracts::Matter matter_of(const contracts::Keepers& keepers, db::Tx& tx, std::int64_t matter,
                            base::PersonId reader) {
  for (const auto& keeper : keepers) {
    if (matter == 0 || !keeper.matter) continue;
    if (auto found = keeper.matter(tx, matter, reader)) return std::move(*found);
  }
  return {};
}

}  // namespace

identity::Routes SeenPages::routes() {
  using http::Method;
  const auto me = identity::signed_in();
  return {{Method::get, "/tai-khoan/du-lieu/ai-da-xem", me, [this](auto& v) { return list(v); }},
          {Method::get, "/tai-khoan/du-lieu/ai-da-xem/bang.csv", me,
           [this](auto& v) { return csv(v); }}};
}

views::Seen SeenPages::asked(const identity::Visit& visit, identity::AccessQuery& query) const {
  views::Seen shown{.lang = visit.lang()};
  query.subject = visit.who()->person;
  const auto day = [&](std::string_view name, std::string& typed) {
    typed = base::tidy(visit.fields().get(name).substr(0, 20));
    const auto found = typed.empty() ? std::nullopt : day_typed(typed);
    shown.bad_day = shown.bad_day || (!typed.empty() && !found);
    return found;
  };
  query.from = day("tu", shown.from);
  query.to = day("den", shown.to);
  shown.reversed = query.from && query.to && *query.to < *query.from;
  return shown;
}

std::vector<views::SeenLine> SeenPages::lines(const identity::Visit& visit,
                                              const std::vector<identity::Access>& accesses) const {
  const auto lang = visit.lang();
  std::vector<views::SeenLine> out;
  parts_.db.read([&](db::Tx& tx) {
    for (const auto& access : accesses) {
      const auto unit =
          access.unit ? units::find(tx, access.unit, access.at.local().date) : std::nullopt;
      auto matter = matter_of(parts_.keepers, tx, access.matter, visit.who()->person);
      out.push_back({access.at, unit ? unit->name.in(lang) : in(text::not_an_agency, visit),
                     words_of(parts_.keepers, access.purpose, lang), std::move(matter.code),
                     std::move(matter.href)});
    }
  });
  return out;
}

http::Response SeenPages::list(identity::Visit& visit) {
  identity::AccessQuery query;
  auto shown = asked(visit, query);
  query.limit = page_size;
  std::vector<identity::Access> accesses;
  parts_.db.read([&](db::Tx& tx) {
    shown.all = identity::access_count(tx, query);
    const int pages = std::max(1, (shown.all + page_size - 1) / page_size);
    query.offset = (std::min(ui::asked_page(visit.fields().get("trang")), pages) - 1) * page_size;
    accesses = identity::accesses(tx, query);
  });
  shown.lines = lines(visit, accesses);
  shown.offset = query.offset;
  shown.size = query.limit;
  return own_page(parts_, visit, in(text::who_saw, visit), views::seen(shown));
}

http::Response SeenPages::csv(identity::Visit& visit) {
  identity::AccessQuery query;
  asked(visit, query);
  query.limit = csv_max;
  query.offset = 0;
  const auto accesses = parts_.db.read([&](db::Tx& tx) { return identity::accesses(tx, query); });
  std::string out = "\xEF\xBB\xBF";  // spreadsheets take it for UTF-8 only with this mark
  for (const auto* title : {&text::time, &text::agency, &text::purpose, &text::matter}) {
    out += base::csv_cell(title->in(visit.lang())) + ",";
  }
  out.back() = '\n';
  for (const auto& line : lines(visit, accesses)) {
    out += base::csv_cell(line.at.local().vn()) + "," + base::csv_cell(line.agency) + "," +
           base::csv_cell(line.purpose) + "," + base::csv_cell(line.matter) + "\n";
  }
  return http::Response::file("text/csv; charset=utf-8", out, "ai-da-xem.csv", false);
}

}  // namespace privacy
