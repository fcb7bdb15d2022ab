"""Lines that surround articles, and sentences of articles that resemble them."""

import pytest

from kg.readers.boilerplate import is_boilerplate

BOILERPLATE = """
READ MORE: The mayor finally says sorry
Read more: Five things to know about the port
Read also: Harbour firm denies deal
RELATED: Council votes on the toll
Related: The bridge that nobody wanted
SEE ALSO: What the auditors found
ALSO READ: Ferry strike enters third week
Watch: The moment the crane fell
MORE FROM POLITICS: The race for the harbour board
More on this story
Don't miss: our guide to the count
Read more »
Read the full story here
Continue reading
Keep reading →
Click here to read more
Click here for the latest results
Sign up here.
Sign up for our newsletter
Sign up for our daily newsletter to get the best stories.
Want the best of The Courier in your inbox every Friday? Sign up here.
Want more stories like this? Subscribe to our weekly newsletter.
Subscribe now
Subscribe to our podcast
Get the morning briefing delivered to your inbox.
Enter your email address
By signing up, you agree to our terms of use and privacy policy.
You can unsubscribe at any time.
Join our mailing list
Join the conversation
Stay up to date with the latest from the harbour.
Never miss a story.
Already a subscriber? Log in.
You have 2 free articles left this month.
This article is for subscribers only.
Support our journalism. Donate today.
Become a member
As an Amazon Associate, we get a small fee for some of these sales.
We may earn a commission if you buy something through our links.
If you buy something through our links, we may earn an affiliate commission.
This post contains affiliate links.
All products featured here are independently selected by our editors.
Shop now
Add to cart
Leave a Reply
Leave a comment
Your email address won’t be shared. Required fields are marked *
Save my name, email, and website in this browser for the next time I comment.
Post Comment
12 Comments
Comments (7)
Comments are closed.
Be the first to comment
Name *
You must be logged in to post a comment.
Tags: harbour, elections, Wexcombe
Filed under: Politics
Topics: Shipping / Labour
Share this article
Share on Facebook
Facebook Twitter WhatsApp Email
Tweet
Click to share on Twitter (Opens in new window)
Follow us on Twitter
Follow Ada Quill on Twitter @adaquill
Like us on Facebook.
Email tips to news@courier.example
Have a tip? Email us.
Got a news tip? Contact the reporter at ada@courier.example.
Download our app
Advertisement
ADVERTISEMENT
Sponsored content
Story continues below advertisement
Article continues after this ad
This article originally appeared on The Courier.
This story was first published in the Saltley Post.
The post Harbour firm denies deal appeared first on The Courier.
Republished with permission.
We use cookies to give you the best experience.
By continuing to use this site you agree to our use of cookies.
Accept all cookies
Privacy Policy
Terms of Service
© 2024 The Wexcombe Courier
Copyright 2024 The Courier. All rights reserved.
All rights reserved.
This material may not be published, broadcast, rewritten or redistributed.
Photo: Ida Lund/Courier
Photograph by Ida Lund
Photo by Ida Lund/Getty Images
(AP Photo/Ida Lund)
(Photo by Ida Lund/Getty Images for The Courier)
Image credit: Ida Lund
Getty Images
Ida Lund/Reuters
Illustration by Tomas Vey
Courtesy of Brackley Freight
By Ada Quill
By ADA QUILL and TOMAS VEY
By Ada Quill, Staff Writer
Published: 5 March 2024 10:00 GMT
Updated 5:03 p.m., Tuesday, March 5
3 hours ago
5 min read
Home > News > Politics
You may also like
Most read
Related articles
Recommended for you
More from The Courier
Back to top
Listen to this article
___
* * *
https://courier.example/a/1
👉 Sign up for our newsletter
(Reporting by Ada Quill; Editing by Tomas Vey)
Additional reporting by Tomas Vey
Please enable JavaScript to view the comments.
Skip to main content
Image 1 of 5
Next article
Trending now
Read Next
Thanks for reading!
""".strip().splitlines()

CONTENT = """
Read more books, the minister told pupils.
Voters can sign up for the newsletter at the town hall until Friday.
The firm asked staff to sign up for a new pension plan.
Residents who subscribe to the service pay $12 a month.
The union wants members to follow it on Twitter and Facebook.
Sign up for the draft now, the general told the crowd.
Related companies were searched as well, police said.
The broker may earn a commission from the sale of the port.
Dunmore receives a commission on every container.
Brackley Freight uses cookies to track its drivers, a court heard.
The site said it uses cookies to follow readers.
Copyright lawyers sued the studio in May.
The photographer Ida Lund sued Getty Images over the picture.
Getty Images bought the archive in 2019.
Reuters reported that the firm had hired Procom.
Reuters fired two editors.
The Associated Press obtained a copy of the contract.
(The Associated Press obtained a copy of the contract.)
WASHINGTON (AP) — The Senate voted on Tuesday.
SALTLEY, England (Reuters) - The harbour board sacked its chairman.
Photo: Mayor Nora Pell signs the lease in Wexcombe.
Cover: The mayor speaks at a rally.
Pictured: Ada Quill, who owns the depot, at the gate.
By Friday, the company had fired 40 people.
By the time the vote ended, Pell had resigned.
Reporting by the Courier showed that Brackley paid Dunmore.
The Courier's reporting by its staff won a prize.
“Sign up for our newsletter,” the candidate told the crowd.
“Follow us on Twitter,” Pell said.
Updated figures show that Brackley paid $4 million.
Published accounts show a loss.
The article first appeared in a magazine owned by Dunmore.
Tags were found on the containers.
Comments by the mayor angered the union.
The comments are part of a lawsuit.
Watch makers in Saltley are suing the town.
More than 40 people were hired.
More from the fund will go to the port, Pell said.
Most readers of the paper support the strike.
Share prices fell after Dunmore sued.
Twitter sued the state on Monday.
Facebook bought Instagram in 2012.
Facebook, Twitter and Reddit met with the senator.
Join the union or leave, the foreman told them.
Subscribers sued the paper.
Get out, he told the reporters.
Support for the bill fell.
Donate your blood, the hospital urged residents.
Advertisement sales paid for the campaign.
The advertisement was paid for by Dunmore.
Sponsored by Senator Vey, the bill would ban tolls.
7 p.m.
GARLAND STEPS ASIDE.
Acme Sues Reuters
Enter the lawyers.
Leave campaigners met the minister.
Email shows Pell knew of the deal.
Emails sent by Pell show that Dunmore was paid.
Stay orders were issued by the court.
The reply was short.
Click fraud cost the firm $3 million.
Procom, which runs two centres, was hired by the vendor.
We had heard nothing of the deal and we would have said no to it.
The paper will continue to publish stories.
Trending downward, the shares closed at $4.
Contact between the two firms ended in May.
Have the two firms met? Pell would not say.
Want to know who owns the port?
He said.
“No.”
This story has three heroes.
Popular with voters, Pell won in 2016.
Tell us who paid you, the judge asked.
If you like the plan, you can keep it.
To view this as a victory is wrong.
Help came too late for those who live here.
Like Trump, Pell posted the video on Facebook.
Watch groups posted the list on Twitter.
Like many cities, could Wexcombe build more?
Have the ballots been delivered?
Email comments by Pell show that she knew.
Previous posts by Pell show that she knew of the deal.
Most popular was the bridge.
The product was independently reviewed by Dunmore.
Prices are subject to a cap under the law.
This site is an affiliate of Channel Nine.
This site was previously owned by Dunmore.
Story continues to haunt Pell.
This material was published by Dunmore in 2015.
This story was told by Pell, who hired Dunmore.
Share the costs, Pell told the firms.
Support grew today.
Give Dunmore the contract now.
This article of the treaty was first proposed by Pell.
More in Wexcombe own cars than own homes, the census found.
By 2030 Dunmore will own the port.
Previously, Pell led the union.
We get a share of the sales, Pell said.
Ads paid for by Dunmore ran for weeks.
Dunmore Security paid Brackley Freight for the pier.
Read, the lawyer for Dunmore, quit.
Sign makers hired forty people.
Subscribe or leave, Pell said.
Close to the harbour stands the depot that Dunmore owns.
Home owners sued the town.
Photo agencies sued Dunmore.
Image consultants advised Pell.
Copyright in the work belongs to Dunmore.
Related to the mayor by marriage, Pell owns the depot.
Filed under seal, the suit names Dunmore.
Published by Dunmore, the book tells of the strike.
Posted on the website, the contract names Dunmore.
Updated plans call for a new pier.
""".strip().splitlines()


@pytest.mark.parametrize("line", BOILERPLATE)
def test_boilerplate(line: str) -> None:
    assert is_boilerplate(line)


@pytest.mark.parametrize("line", CONTENT)
def test_content(line: str) -> None:
    assert not is_boilerplate(line)


def test_content_with_one_line_of_boilerplate_in_it_is_content() -> None:
    assert not is_boilerplate("The firm denied it. Sign up here for our newsletter.")


def test_typography_does_not_matter() -> None:
    assert is_boilerplate("Don’t\u00a0miss: the count")
    assert is_boilerplate("»  Read   more")


@pytest.mark.parametrize("piece", ["By A, ", "read more ", "Photo: A / ", "((", "if you value ", "Updated 5 ", "we may ", "we use "])
def test_hostile_lines_end(piece: str) -> None:
    for length in (499, 500, 100_000):
        assert is_boilerplate((piece * length)[:length]) in (True, False)
