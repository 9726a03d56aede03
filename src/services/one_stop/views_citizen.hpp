// What a resident sees of dossiers: the list, one being followed, a look-up. Values in, HTML out.
#pragma once

#include <vector>

#include "engines/forms/forms.hpp"
#include "engines/payments/payments.hpp"
#include "platform/ui/shell.hpp"
#include "services/one_stop/history.hpp"

namespace one_stop::views {

struct Lookup {
  std::string typed, secret;
  bool too_many = false;  // wrong tries
  std::optional<Dossier> found;
  base::Words title;
  base::Words unit;
  calendar::WorkingTime time;
  base::Instant now;
};
// Why a paper could not be made.
base::Html no_paper(const ui::Frame& frame, const std::string& why);
base::Html lookup(const ui::Frame& frame, const Lookup& lookup);

struct List {
  struct Row {
    Dossier dossier;
    base::Words title;
  };
  struct Draft {
    forms::Draft draft;
    base::Words title;
  };
  std::vector<Row> dossiers;
  std::vector<Draft> drafts;
  calendar::WorkingTime time;
  base::Instant now;
  base::Html marks;
};
base::Html list(const ui::Frame& frame, const List& list);

struct Following {
  base::Instant answer_by;  // the receiving unit looks at it by then
  Story story;
  base::Words title;
  std::optional<payments::Order> order;
  calendar::WorkingTime time;
  base::Instant now;
  bool has_result = false;
  bool fresh = false;              // submitted a moment ago
  std::string lookup_url, secret;  // of the slip; "": it has none yet
};
base::Html following(const ui::Frame& frame, const Following& following);

ui::Tone tone(State state);
base::Html state_tag(State state, base::Lang lang);
// Whether the clock may be shown: a finished dossier has none.
base::Html time_left(const Dossier& dossier, const calendar::WorkingTime& time, base::Instant now,
                     base::Lang lang);

}  // namespace one_stop::views
