// From a template and its values to a PDF, ready to be signed.
//
// The layout is that of administrative papers: A4 with margins 20/20/30/15 mm and 14 pt, A5 at
// three quarters of these sizes. [law: NĐ 30/2020 PL I]
#pragma once

#include <map>
#include <string>

#include "base/instant.hpp"
#include "base/result.hpp"
#include "base/text.hpp"
#include "platform/pdf/template.hpp"

namespace pdf {

// What the holes are filled with. A line break in a value is kept.
using Values = std::map<std::string, std::string, std::less<>>;

struct Options {
  base::Instant created;
  std::string author;  // the agency
  base::Lang lang = base::Lang::vi;
};

// Bounded: a value 100 KB, a paper 100 pages. The same arguments give the same bytes on one
// machine. Boxes reserved by the template are empty form fields of the PDF: "number", "date",
// "signature", "seal"; sign.hpp fills them by name. Values that no hole asks for are left aside.
base::Result<std::string, Problem> render(const Template& paper, const Values& values,
                                          const Options& options);

}  // namespace pdf
