// What an officer sees of a dossier. Values in, HTML out.
#pragma once

#include <vector>

#include "engines/documents/documents.hpp"
#include "engines/forms/forms.hpp"
#include "engines/identity/identity.hpp"
#include "engines/payments/payments.hpp"
#include "engines/units/units.hpp"
#include "platform/ui/shell.hpp"
#include "services/one_stop/history.hpp"

namespace one_stop::views {

struct Work {
  Story story;
  base::Words title;
  std::string owner, number, phone;  // opened for the page's purpose
  struct Part {
    std::string title;
    std::vector<forms::Shown> rows;
  };
  std::vector<Part> answers;  // by step of the form
  std::optional<payments::Order> order;
  std::optional<documents::Document> result;
  std::optional<documents::Signer> signer;
  std::string exemption;  // the group the applicant names, if one is asked for
  calendar::WorkingTime time;
  base::Instant now;

  std::vector<units::Unit> heirs;      // of a split unit, when the task asks which one decides
  std::optional<casework::Card> card;  // the reader's own open task; none: only reading
  bool own_proposal = false;           // the task is to sign what the reader proposed
  std::string me;
  std::string seen;             // hash of the paper to sign or to seal; goes back with the form
  std::string decision, words;  // as typed
  std::string problem;          // why it did not happen; empty: nothing is wrong
  std::string problem_field;    // id of the control
  base::Html marks;
};
ui::OfficerPage work(const Work& work, base::Lang lang);
// The panel with the one decision this task asks for.
base::Html panel(const Work& work, base::Lang lang);

struct Behind {
  base::Text heading;
  std::string month;
  int all = 0;  // in the whole city
  struct Row {
    Dossier dossier;
    base::Words title;
  };
  std::vector<Row> rows;  // those the reader may see
};
ui::OfficerPage behind(const Behind& behind, base::Lang lang);

ui::OfficerPage not_found(const std::string& code, base::Lang lang);

}  // namespace one_stop::views
