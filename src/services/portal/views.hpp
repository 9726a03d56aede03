// What the portal's pages show. Values in, HTML out.
#pragma once

#include <vector>

#include "engines/catalogue/terms.hpp"
#include "engines/indicators/indicators.hpp"
#include "platform/http/http.hpp"
#include "platform/ui/shell.hpp"

namespace portal::views {

struct Home {
  std::vector<catalogue::Listed> online;
  std::vector<catalogue::Listed> business;
  int procedures = 0;
  int communes = 0;
  indicators::Month month;
  base::Date today;
  bool figures_open = false;  // the reader may see the dossiers behind them
};
base::Html home(const ui::Frame& frame, const Home& home);

struct Search {
  std::string words;
  std::string field_name;  // when narrowed to one
  std::vector<catalogue::Listed> found;
  std::vector<catalogue::Field> fields;
};
base::Html search(const ui::Frame& frame, const Search& search);

// An officer is told how to apply for themselves: as a resident.
base::Html procedure(const ui::Frame& frame, const catalogue::Version& version,
                     const catalogue::Terms& terms, bool officer);

struct Trouble {
  std::string title;
  std::string detail;
  ui::Link way_out;
};
base::Html trouble(const ui::Frame& frame, const Trouble& trouble);
// Nothing can be kept now: what was typed stands hidden in this page, to be sent again.
base::Html send_again(const ui::Frame& frame, const std::string& where, const base::Html& marks,
                      const http::Fields& typed);

// "15.000 đ/hồ sơ", or a line for each channel and case: "Nộp trực tuyến: 10.000 đ/hồ sơ".
std::vector<std::string> fee_lines(const catalogue::Version& version, const catalogue::Terms& terms,
                                   base::Lang lang);
// Each fee with its case, its exemptions and who fixes it.
base::Html fees(const catalogue::Version& version, const catalogue::Terms& terms, base::Lang lang);

}  // namespace portal::views
