// Background work is the whole city's: only who administers the city sees and touches it.
#include "services/administration/pages_jobs.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "platform/ui/lists.hpp"
#include "services/administration/pages_office.hpp"
#include "services/administration/pages_two_person.hpp"
#include "services/administration/text_jobs.hpp"

namespace administration {
namespace {

using http::Method;
using identity::Visit;

constexpr int rows_a_page = 25;
constexpr std::string_view address = "/quan-tri/viec-nen";

std::string in(const base::Text& text, const Visit& visit) {
  return std::string(text.in(visit.lang()));
}

std::optional<identity::Subject> city(db::Tx&, const Visit& visit) {
  const auto top = top_of(*visit.who());
  return top ? std::optional(identity::Subject{top, {}}) : std::nullopt;
}

office::StaffAct act(const Visit& visit) { return {visit.act(), visit.now(), visit.who()}; }

std::string kind_in(const Visit& visit) {
  return std::string(visit.fields().get("loai").substr(0, 100));
}

}  // namespace

identity::Routes JobPages::routes() {
  const auto city_wide = identity::officer({identity::role::system_administrator}).over(city);
  return {
      {Method::get, "/quan-tri/viec-nen", city_wide, [this](auto& visit) { return list(visit); }},
      {Method::post, "/quan-tri/viec-nen", city_wide,
       [this](auto& visit) { return resend_all(visit); }},
      {Method::get, "/quan-tri/viec-nen/{job}", city_wide,
       [this](auto& visit) { return one(visit); }},
      {Method::post, "/quan-tri/viec-nen/{job}", city_wide,
       [this](auto& visit) { return resend(visit); }},
      {Method::get, "/quan-tri/viec-nen/{job}/bo", city_wide,
       [this](auto& visit) { return ask_drop(visit); }},
      {Method::post, "/quan-tri/viec-nen/{job}/bo", city_wide,
       [this](auto& visit) { return drop(visit); }},
  };
}

http::Response JobPages::page(Visit& visit, ui::OfficerPage page, int status) const {
  return parts_.chrome.officer(visit, std::move(page), status);
}

http::Response JobPages::list(Visit& visit, std::string error) {
  views::JobList shown;
  shown.kind = kind_in(visit);
  shown.now = visit.now();
  shown.marks = [&visit] { return visit.marks(); };
  const auto done = visit.fields().get("xong");
  if (done == "lai") shown.notice = in(text::resent, visit);
  if (done == "bo") shown.notice = in(text::dropped, visit);
  if (done == "tat-ca") {
    const auto count = std::string(visit.fields().get("so").substr(0, 10));
    shown.notice = base::fill(text::resent_all, visit.lang(), {{"count", count}});
  }
  parts_.db.read([&](db::Tx& tx) {
    shown.standing = jobs::standing(tx, shown.now);
    shown.turns = jobs::turns(tx);
    std::int64_t all = 0;
    for (const auto& one : shown.standing) {
      if (shown.kind.empty() || one.kind == shown.kind) all += one.dead;
    }
    shown.pages = std::max(1, int((all + rows_a_page - 1) / rows_a_page));
    shown.page = std::min(ui::asked_page(visit.fields().get("trang")), shown.pages);
    shown.dead = jobs::dead(tx, shown.kind, rows_a_page, (shown.page - 1) * rows_a_page);
  });
  const int status = error.empty() ? 200 : 422;
  shown.error = std::move(error);
  return page(visit, views::jobs(visit.lang(), shown), status);
}

http::Response JobPages::resend_all(Visit& visit) {
  const auto typed = base::Id<struct Seen>::parse(visit.fields().get("luc"));
  const base::Instant seen_at{std::min(typed ? typed->value : 0, visit.now().us)};
  const auto kind = kind_in(visit);
  const auto count = actions_.resend_all(act(visit), kind, seen_at);
  return http::Response::see_other(
      fmt::format("{}?xong=tat-ca&so={}&loai={}", address, count, base::url_encoded(kind)));
}

std::optional<jobs::Job> JobPages::dead_in(const Visit& visit) const {
  const auto id = jobs::JobId::parse(visit.param("job"));
  auto job = id ? parts_.db.read([&](db::Tx& tx) { return jobs::find(tx, *id); }) : std::nullopt;
  if (job && !job->dead_at) job.reset();
  return job;
}

http::Response JobPages::one(Visit& visit) {
  auto job = dead_in(visit);
  if (!job) return parts_.chrome.not_found(visit);
  return page(visit, views::job(visit.lang(), {std::move(*job), [&] { return visit.marks(); }}));
}

http::Response JobPages::ask_drop(Visit& visit) {
  auto job = dead_in(visit);
  if (!job) return parts_.chrome.not_found(visit);
  return page(visit,
              views::drop_job(visit.lang(), {std::move(*job), [&] { return visit.marks(); }}));
}

http::Response JobPages::answer(Visit& visit, const base::Result<void, JobRefusal>& done,
                                std::string_view what) {
  if (!done) return list(visit, in(text::job_gone, visit));
  return http::Response::see_other(fmt::format("{}?xong={}", address, what));
}

http::Response JobPages::resend(Visit& visit) {
  const auto id = jobs::JobId::parse(visit.param("job"));
  if (!id) return parts_.chrome.not_found(visit);
  return answer(visit, actions_.resend(act(visit), *id), "lai");
}

http::Response JobPages::drop(Visit& visit) {
  const auto id = jobs::JobId::parse(visit.param("job"));
  if (!id) return parts_.chrome.not_found(visit);
  return answer(visit, actions_.drop(act(visit), *id), "bo");
}

}  // namespace administration
